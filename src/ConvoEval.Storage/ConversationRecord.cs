using System.Collections.Generic;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Storage;

/// <summary>A conversation with all that was found out about it, ready to be kept.</summary>
public sealed record ConversationRecord
{
    /// <summary>The conversation after masking: the store never sees the original.</summary>
    public required Conversation Conversation { get; init; }

    /// <summary>File it was read from.</summary>
    public required string SourceFile { get; init; }

    /// <summary>Line (or item of an array) in that file, from 1.</summary>
    public required long SourceLine { get; init; }

    /// <summary>Hash of the content, to tell duplicates.</summary>
    public required ulong ContentHash { get; init; }

    /// <summary>Turns of the conversation, to tell a continuation from a contradiction.</summary>
    public required int TurnCount { get; init; }

    /// <summary>Version of the detector that masked personal data.</summary>
    public required string RedactionVersion { get; init; }

    /// <summary>Pieces of personal data that were masked.</summary>
    public required int MaskedSpans { get; init; }

    /// <summary>Labels, at most one a turn.</summary>
    public IReadOnlyList<LabelledTurn> Labels { get; init; } = [];

    /// <summary>Model that gave the labels; null only when there are none.</summary>
    public ModelIdentity? LabelModel { get; init; }

    /// <summary>Verdicts.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; init; } = [];

    /// <summary>Facts, under the key and revision of <see cref="Conversation"/>.</summary>
    public required ConversationFacts Facts { get; init; }
}
