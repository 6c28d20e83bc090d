using System.Collections.Generic;

namespace ConvoEval.Inference.Catalog;

/// <summary>
/// What <c>manifest.json</c> of a model folder says: what is in it, where it comes from, how good it is.
/// </summary>
public sealed record ModelManifest
{
    /// <summary>Format of this file; 1.</summary>
    public required int Format { get; init; }

    /// <summary>Name of the model.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the model; a version is never edited.</summary>
    public required string Version { get; init; }

    /// <summary>What the model does.</summary>
    public required ModelKind Kind { get; init; }

    /// <summary>Licence of the model file, as an SPDX expression or in words.</summary>
    public required string Licence { get; init; }

    /// <summary>Files of the model with their hashes, in order of name. Nothing else in the folder is read.</summary>
    public required IReadOnlyList<ModelFile> Files { get; init; }

    /// <summary>Inputs of the graph.</summary>
    public required IReadOnlyList<ModelPort> Inputs { get; init; }

    /// <summary>Outputs of the graph.</summary>
    public required IReadOnlyList<ModelPort> Outputs { get; init; }

    /// <summary>What happens to a text before the graph; the numbers stand in features.json.</summary>
    public required string Preprocessing { get; init; }

    /// <summary>Seed of everything random in training.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Options of the training, as text, in order of name.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>Training and validation data.</summary>
    public required IReadOnlyList<ModelDataSource> Data { get; init; }

    /// <summary>What was measured.</summary>
    public required IReadOnlyList<ModelMetric> Metrics { get; init; }
}

/// <summary>A file of a model folder.</summary>
/// <param name="Name">Plain name, without folder.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="SizeBytes">Length.</param>
public sealed record ModelFile(string Name, string Sha256, long SizeBytes);

/// <summary>An input or output of a graph.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">Element type of ONNX in lower case.</param>
/// <param name="Shape">Extent or name of each axis.</param>
public sealed record ModelPort(string Name, string Type, IReadOnlyList<string> Shape);

/// <summary>Data that a model was trained or measured on.</summary>
/// <param name="Name">Name of the set.</param>
/// <param name="File">File name.</param>
/// <param name="Sha256">Lower-case hex of the file.</param>
/// <param name="Records">Records used.</param>
/// <param name="Licence">Licence as its authors state it.</param>
/// <param name="Use">training or validation.</param>
public sealed record ModelDataSource(string Name, string File, string Sha256, long Records, string Licence, string Use);

/// <summary>A measured quality.</summary>
/// <param name="Name">Name, such as accuracy.</param>
/// <param name="Value">Value; null when it could not be computed.</param>
/// <param name="Low">Lower end of the interval; null when there is none.</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="N">Items it was measured on.</param>
/// <param name="On">What it was measured on.</param>
public sealed record ModelMetric(string Name, double? Value, double? Low, double? High, long N, string On);
