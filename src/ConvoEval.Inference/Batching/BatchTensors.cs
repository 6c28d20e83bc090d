using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using ConvoEval.Inference.Runtime;

namespace ConvoEval.Inference.Batching;

/// <summary>Memory and tensors for batches of one shape; the runtime reads and writes the arrays in place.</summary>
internal sealed class BatchTensors : IDisposable
{
    private readonly int _length;
    private readonly int[] _rows;
    private readonly float[] _weights;
    private readonly float[][] _outputs;
    private readonly int[] _widths;
    private readonly OrtValue[] _inputValues;
    private readonly OrtValue[] _outputValues;

    public BatchTensors(int size, int length, int[] widths)
    {
        _length = length;
        _widths = widths;
        _rows = new int[size * length];
        _weights = new float[size * length];
        _outputs = Array.ConvertAll(widths, width => new float[size * width]);
        _inputValues =
        [
            OrtValue.CreateTensorValueFromMemory<int>(_rows, [size, length]),
            OrtValue.CreateTensorValueFromMemory<float>(_weights, [size, length]),
        ];
        _outputValues = new OrtValue[widths.Length];
        for (var i = 0; i < widths.Length; i++)
        {
            _outputValues[i] = OrtValue.CreateTensorValueFromMemory<float>(_outputs[i], [size, widths[i]]);
        }
    }

    public IReadOnlyList<OrtValue> Inputs => _inputValues;

    public IReadOnlyList<OrtValue> Outputs => _outputValues;

    /// <summary>Puts one text into a row of the batch and pads it.</summary>
    public void Fill(int item, List<int> rows, List<float> weights, int start, int terms)
    {
        var itemRows = _rows.AsSpan(item * _length, _length);
        var itemWeights = _weights.AsSpan(item * _length, _length);
        CollectionsMarshal.AsSpan(rows).Slice(start, terms).CopyTo(itemRows);
        CollectionsMarshal.AsSpan(weights).Slice(start, terms).CopyTo(itemWeights);
        itemRows[terms..].Clear();
        itemWeights[terms..].Clear();
    }

    /// <summary>An output of one text; empty when the model has no such output.</summary>
    public ReadOnlySpan<float> Output(int output, int item) =>
        output < _outputs.Length ? _outputs[output].AsSpan(item * _widths[output], _widths[output]) : [];

    public void Dispose()
    {
        foreach (var value in _inputValues)
        {
            value.Dispose();
        }

        foreach (var value in _outputValues)
        {
            value.Dispose();
        }
    }
}
