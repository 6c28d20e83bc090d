using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace ConvoEval.Inference.Fitting.Onnx;

/// <summary>
/// Puts an ONNX model together (onnx.proto3, IR version 8): constants, standard operators, inputs and outputs. The
/// same calls give
/// the same bytes.
/// </summary>
internal sealed class OnnxGraph(string name)
{
    private const int IrVersion = 8;
    private const int OperatorSetVersion = 17;

    private readonly List<ProtobufWriter> _nodes = [];
    private readonly List<ProtobufWriter> _constants = [];
    private readonly List<ProtobufWriter> _inputs = [];
    private readonly List<ProtobufWriter> _outputs = [];

    /// <summary>Declares an input. An axis of null is free and gets a name.</summary>
    public OnnxGraph Input(string input, OnnxType type, params ReadOnlySpan<OnnxAxis> axes)
    {
        _inputs.Add(Value(input, type, axes));
        return this;
    }

    /// <summary>Declares an output.</summary>
    public OnnxGraph Output(string output, OnnxType type, params ReadOnlySpan<OnnxAxis> axes)
    {
        _outputs.Add(Value(output, type, axes));
        return this;
    }

    /// <summary>A constant tensor in row order.</summary>
    /// <exception cref="ArgumentException">The extents do not multiply to the number of values.</exception>
    public OnnxGraph Constant<T>(string constant, ReadOnlySpan<T> values, params ReadOnlySpan<long> extents)
        where T : unmanaged
    {
        var tensor = new ProtobufWriter();
        long elements = 1;
        foreach (var extent in extents)
        {
            tensor.Integer(1, extent);
            elements *= extent;
        }

        if (elements != values.Length)
        {
            throw new ArgumentException(
                $"'{constant}' has {values.Length} values for {elements} places.", nameof(values));
        }

        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Constants of a model are written on little-endian machines only.");
        }

        tensor.Integer(2, (int)TypeOf<T>()).Text(8, constant).Bytes(9, MemoryMarshal.AsBytes(values));
        _constants.Add(tensor);
        return this;
    }

    /// <summary>An operator with one output.</summary>
    public OnnxGraph Node(string op, string[] inputs, string output, params ReadOnlySpan<OnnxAttribute> attributes)
    {
        var node = new ProtobufWriter();
        foreach (var input in inputs)
        {
            node.Text(1, input);
        }

        node.Text(2, output).Text(3, output + "_" + op).Text(4, op);
        foreach (var attribute in attributes)
        {
            node.Message(5, Attribute(attribute));
        }

        _nodes.Add(node);
        return this;
    }

    /// <summary>The whole model file.</summary>
    /// <param name="metadata">Free entries that travel in the file, in this order.</param>
    public byte[] ToModel(params ReadOnlySpan<(string Key, string Value)> metadata)
    {
        var graph = new ProtobufWriter();
        foreach (var node in _nodes)
        {
            graph.Message(1, node);
        }

        graph.Text(2, name);
        foreach (var constant in _constants)
        {
            graph.Message(5, constant);
        }

        foreach (var input in _inputs)
        {
            graph.Message(11, input);
        }

        foreach (var output in _outputs)
        {
            graph.Message(12, output);
        }

        var model = new ProtobufWriter()
            .Integer(1, IrVersion)
            .Text(2, "convoeval")
            .Message(7, graph)
            .Message(8, new ProtobufWriter().Integer(2, OperatorSetVersion));
        foreach (var (key, value) in metadata)
        {
            model.Message(14, new ProtobufWriter().Text(1, key).Text(2, value));
        }

        return model.ToArray();
    }

    private static ProtobufWriter Value(string name, OnnxType type, ReadOnlySpan<OnnxAxis> axes)
    {
        var shape = new ProtobufWriter();
        foreach (var axis in axes)
        {
            shape.Message(1, axis.Extent is { } extent
                ? new ProtobufWriter().Integer(1, extent)
                : new ProtobufWriter().Text(2, axis.Name));
        }

        var tensor = new ProtobufWriter().Integer(1, (int)type).Message(2, shape);
        return new ProtobufWriter().Text(1, name).Message(2, new ProtobufWriter().Message(1, tensor));
    }

    private static ProtobufWriter Attribute(OnnxAttribute attribute)
    {
        const int integerType = 2;
        const int integersType = 7;
        var written = new ProtobufWriter().Text(1, attribute.Name);
        if (attribute.IsList)
        {
            foreach (var value in attribute.Values)
            {
                written.Integer(8, value);
            }

            return written.Integer(20, integersType);
        }

        return written.Integer(3, attribute.Values[0]).Integer(20, integerType);
    }

    private static OnnxType TypeOf<T>() =>
        typeof(T) == typeof(float) ? OnnxType.Float
        : typeof(T) == typeof(sbyte) ? OnnxType.Int8
        : typeof(T) == typeof(int) ? OnnxType.Int32
        : typeof(T) == typeof(long) ? OnnxType.Int64
        : throw new NotSupportedException($"No ONNX element type for {typeof(T).Name}.");
}

/// <summary>An axis of an input or output.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Extent">Extent; null = free.</param>
internal readonly record struct OnnxAxis(string Name, long? Extent = null);

/// <summary>An attribute of an operator: an integer, or a list of them.</summary>
internal readonly record struct OnnxAttribute(string Name, bool IsList, long[] Values)
{
    /// <summary>An integer.</summary>
    public static OnnxAttribute Integer(string name, long value) => new(name, false, [value]);

    /// <summary>A list of integers.</summary>
    public static OnnxAttribute Integers(string name, params long[] values) => new(name, true, values);
}
