namespace ConvoEval.Domain.Kpis;

/// <summary>What became of the eligible conversations of a version. The parts add up to <see cref="Eligible"/>.</summary>
public sealed record OutcomePartition
{
    /// <summary>Bot version; null = unknown version.</summary>
    public string? BotVersion { get; init; }

    /// <summary>Conversations that count.</summary>
    public required long Eligible { get; init; }

    /// <summary>A human was asked for or took over.</summary>
    public required long Escalated { get; init; }

    /// <summary>The user left, or timed out, with a goal open.</summary>
    public required long Abandoned { get; init; }

    /// <summary>All goals reached by the bot alone.</summary>
    public required long Resolved { get; init; }

    /// <summary>Some goals reached by the bot alone, or none, without escalation or abandonment.</summary>
    public required long Partial { get; init; }

    /// <summary>No goal was opened.</summary>
    public required long NoGoal { get; init; }

    /// <summary>The source does not tell enough.</summary>
    public required long Unknown { get; init; }
}
