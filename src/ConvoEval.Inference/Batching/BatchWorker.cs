using System;
using System.Collections.Generic;
using ConvoEval.Inference.Runtime;
using ConvoEval.Inference.Text;

namespace ConvoEval.Inference.Batching;

/// <summary>The buffers with which one thread at a time runs texts through a model.</summary>
internal sealed class BatchWorker : IDisposable
{
    private static readonly string[] InputNames = ["rows", "weights"];

    private readonly InferenceSession _session;
    private readonly TfIdfFeaturizer _featurizer;
    private readonly string[] _outputNames;
    private readonly int[] _widths;
    private readonly List<int> _rows = [];
    private readonly List<float> _weights = [];
    private readonly Dictionary<int, BatchTensors> _full = [];

    public BatchWorker(InferenceSession session, TfIdfFeaturizer featurizer, string[] outputNames, int[] widths)
    {
        _session = session;
        _featurizer = featurizer;
        _outputNames = outputNames;
        _widths = widths;
    }

    /// <summary>Runs the texts from <paramref name="from"/> up to <paramref name="to"/>.</summary>
    public void Run(IReadOnlyList<string> texts, int from, int to, IBatchSink sink)
    {
        _rows.Clear();
        _weights.Clear();
        var starts = new int[to - from + 1];
        var order = new (int PaddedLength, int Text)[to - from];
        for (var i = 0; i < order.Length; i++)
        {
            var terms = _featurizer.Append(texts[from + i], _rows, _weights);
            starts[i + 1] = _rows.Count;
            order[i] = (BatchShape.PaddedLength(terms), i);
        }

        Array.Sort(order);
        for (var first = 0; first < order.Length;)
        {
            var length = order[first].PaddedLength;
            var size = BatchShape.Size(length);
            var last = first;
            while (last < order.Length && last - first < size && order[last].PaddedLength == length)
            {
                last++;
            }

            RunBatch(order.AsSpan(first..last), starts, from, size, sink);
            first = last;
        }
    }

    public void Dispose()
    {
        foreach (var tensors in _full.Values)
        {
            tensors.Dispose();
        }

        _full.Clear();
    }

    private void RunBatch(
        ReadOnlySpan<(int PaddedLength, int Text)> batch, int[] starts, int from, int size, IBatchSink sink)
    {
        var length = batch[0].PaddedLength;
        var isFull = batch.Length == size;
        if (!isFull || !_full.TryGetValue(length, out var tensors))
        {
            tensors = new BatchTensors(batch.Length, length, _widths);
            if (isFull)
            {
                _full.Add(length, tensors);
            }
        }

        try
        {
            for (var i = 0; i < batch.Length; i++)
            {
                var start = starts[batch[i].Text];
                tensors.Fill(i, _rows, _weights, start, starts[batch[i].Text + 1] - start);
            }

            _session.Run(null, InputNames, tensors.Inputs, _outputNames, tensors.Outputs);
            for (var i = 0; i < batch.Length; i++)
            {
                var terms = starts[batch[i].Text + 1] - starts[batch[i].Text];
                sink.Accept(from + batch[i].Text, terms, tensors.Output(0, i), tensors.Output(1, i));
            }
        }
        finally
        {
            if (!isFull)
            {
                tensors.Dispose();
            }
        }
    }
}
