using System.Collections.Generic;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Domain.Labels;

/// <summary>What the intent model says of one text.</summary>
public sealed record TurnLabel
{
    /// <summary>Most probable intent, also when the text is out of scope.</summary>
    public required string Intent { get; init; }

    /// <summary>Calibrated probability of <see cref="Intent"/>, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Out-of-scope score; the higher, the stranger. Comparable only within one model version.</summary>
    public required double OutOfScope { get; init; }

    /// <summary>Whether the score passed the model's threshold.</summary>
    public required bool IsOutOfScope { get; init; }

    /// <summary>Runner-up intents with calibrated probabilities, best first, including <see cref="Intent"/>.</summary>
    public IReadOnlyList<IntentCandidate> Candidates { get; init; } = [];

    /// <summary>Conformal prediction set at the model's level; empty when the model has none.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];
}
