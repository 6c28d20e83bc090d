using System.Collections.Generic;

namespace ConvoEval.Inference.Runtime;

/// <summary>What a model declares of one input or output.</summary>
internal sealed class NodeMetadata
{
    /// <summary>Type of an element; undefined when the value is no tensor.</summary>
    public required TensorElementType ElementDataType { get; init; }

    /// <summary>Extent per axis; -1 where it is free.</summary>
    public required IReadOnlyList<int> Dimensions { get; init; }

    /// <summary>Name of each free axis; empty where it has none or is fixed.</summary>
    public required IReadOnlyList<string> SymbolicDimensions { get; init; }
}
