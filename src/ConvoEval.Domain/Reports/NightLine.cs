using System;

namespace ConvoEval.Domain.Reports;

/// <summary>One night of one version in counts.</summary>
public sealed record NightLine
{
    /// <summary>Night (UTC day).</summary>
    public required DateOnly Night { get; init; }

    /// <summary>Bot version.</summary>
    public string? BotVersion { get; init; }

    /// <summary>Eligible conversations.</summary>
    public required long Conversations { get; init; }

    /// <summary>Conversations with a goal whose outcome is known.</summary>
    public required long GoalBearing { get; init; }

    /// <summary>Of those, conversations with every goal reached by the bot alone.</summary>
    public required long GoalsReached { get; init; }

    /// <summary>Bot turns.</summary>
    public required long BotTurns { get; init; }

    /// <summary>Of those, fallbacks; null when unknown.</summary>
    public long? Fallbacks { get; init; }

    /// <summary>Responses with a grade on content adherence.</summary>
    public required long ResponsesGraded { get; init; }

    /// <summary>Of those, contradicted.</summary>
    public required long Contradicted { get; init; }

    /// <summary>Critical forbidden statements.</summary>
    public required long CriticalStatements { get; init; }
}
