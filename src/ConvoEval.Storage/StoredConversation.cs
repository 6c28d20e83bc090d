using System.Collections.Generic;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Storage;

/// <summary>A masked conversation out of the store, with where it came from and its labels.</summary>
public sealed record StoredConversation
{
    /// <summary>The masked conversation.</summary>
    public required Conversation Conversation { get; init; }

    /// <summary>File it was read from.</summary>
    public required string SourceFile { get; init; }

    /// <summary>Line (or item of an array) in that file, from 1.</summary>
    public required long SourceLine { get; init; }

    /// <summary>Version of the detector that masked personal data.</summary>
    public required string RedactionVersion { get; init; }

    /// <summary>Pieces of personal data that were masked.</summary>
    public required int MaskedSpans { get; init; }

    /// <summary>Model that gave the labels; null when no model ran.</summary>
    public ModelIdentity? LabelModel { get; init; }

    /// <summary>Labels in order of turns.</summary>
    public IReadOnlyList<LabelledTurn> Labels { get; init; } = [];
}
