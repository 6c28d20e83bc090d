using System;
using System.Collections.Generic;
using ConvoEval.Inference.Catalog;

namespace ConvoEval.Inference.Fitting.Encoders;

/// <summary>Texts that an encoder learns from.</summary>
public sealed record EncoderCorpus
{
    /// <summary>Name of the data set.</summary>
    public required string Name { get; init; }

    /// <summary>Files, in order.</summary>
    public required IReadOnlyList<EncoderCorpusFile> Files { get; init; }

    /// <summary>Licence as its authors state it.</summary>
    public required string Licence { get; init; }

    /// <summary>What makes two texts belong together.</summary>
    public required CorpusKind Kind { get; init; }

    /// <summary>Share of the batches, against the other corpora; above 0.</summary>
    public required double Weight { get; init; }

    /// <summary>Texts in order.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <summary>
    /// Group per text. Labelled and same answer: texts of a group belong together. Dialogue: the text before is
    /// answered by this one
    /// when both are of the same group (a conversation). Plain: not used.
    /// </summary>
    public required IReadOnlyList<int> Groups { get; init; }

    internal IEnumerable<ModelDataSource> Describe()
    {
        ArgumentNullException.ThrowIfNull(Files);
        foreach (var file in Files)
        {
            yield return new ModelDataSource(Name, file.Name, file.Sha256, file.Texts, Licence, "training");
        }
    }
}

/// <summary>A file of a corpus.</summary>
/// <param name="Name">File name.</param>
/// <param name="Sha256">SHA-256, lower-case hex.</param>
/// <param name="Texts">Texts used of it.</param>
public sealed record EncoderCorpusFile(string Name, string Sha256, long Texts);
