using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;
using ConvoEval.Inference.Catalog;
using ConvoEval.Inference.Runtime;
using ConvoEval.Inference.Text;

namespace ConvoEval.Inference.Batching;

/// <summary>
/// A loaded model that reads n-grams: texts in, rows of numbers out. Safe to use from several threads. The numbers of
/// a text depend
/// on the text and the model alone.
/// </summary>
internal sealed class SparseModel : IDisposable
{
    /// <summary>Texts that one thread takes at a time; enough to fill batches of equal length.</summary>
    private const int ChunkSize = 512;

    private readonly ConcurrentBag<BatchWorker> _idle = [];
    private readonly InferenceSession _session;
    private readonly NgramVocabulary _vocabulary;
    private readonly NgramOptions _ngrams;
    private readonly string[] _outputs;
    private readonly int[] _widths;
    private readonly int _threads;

    public SparseModel(ModelFolder folder, string[] outputs, InferenceOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        (_vocabulary, _ngrams) = FeatureFile.ReadFrom(folder);
        _outputs = outputs;
        _threads = options.Threads;
        _session = ModelSession.Open(folder);
        _widths = Array.ConvertAll(outputs, output => Width(folder, output));
        foreach (var input in (string[])["rows", "weights"])
        {
            if (!_session.InputMetadata.ContainsKey(input))
            {
                throw new ModelFolderException(
                    $"The graph of {folder.Path} has no input '{input}'; it has "
                    + string.Join(", ", _session.InputNames) + ".");
            }
        }
    }

    /// <summary>Length of an output per text.</summary>
    public int WidthOf(int output) => _widths[output];

    /// <summary>Runs every text once and hands its outputs to <paramref name="sink"/>.</summary>
    public void Run(IReadOnlyList<string> texts, IBatchSink sink)
    {
        var chunks = (texts.Count + ChunkSize - 1) / ChunkSize;
        if (chunks <= 1 || _threads == 1)
        {
            for (var chunk = 0; chunk < chunks; chunk++)
            {
                RunChunk(texts, chunk, sink);
            }

            return;
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _threads };
        Parallel.For(0, chunks, parallel, chunk => RunChunk(texts, chunk, sink));
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var worker))
        {
            worker.Dispose();
        }

        _session.Dispose();
    }

    private void RunChunk(IReadOnlyList<string> texts, int chunk, IBatchSink sink)
    {
        if (!_idle.TryTake(out var worker))
        {
            worker = new BatchWorker(_session, new TfIdfFeaturizer(_vocabulary, _ngrams), _outputs, _widths);
        }

        var from = chunk * ChunkSize;
        worker.Run(texts, from, Math.Min(texts.Count, from + ChunkSize), sink);
        _idle.Add(worker);
    }

    private int Width(ModelFolder folder, string output) =>
        _session.OutputMetadata.TryGetValue(output, out var metadata)
            && metadata is { ElementDataType: TensorElementType.Float, Dimensions: [_, > 0] }
            ? metadata.Dimensions[1]
            : throw new ModelFolderException(
                $"The graph of {folder.Path} must have an output '{output}' of floats with two axes, "
                + "the last one fixed.");
}
