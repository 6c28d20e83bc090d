using System.Collections.Generic;

namespace ConvoEval.Domain.Kpis;

/// <summary>A KPI value with all that is needed to trust or doubt it. No number travels without it.</summary>
public sealed record Estimate
{
    /// <summary>KPI id.</summary>
    public required string KpiId { get; init; }

    /// <summary>Bot version; null = all.</summary>
    public string? BotVersion { get; init; }

    /// <summary>Segment such as intent=card_delivery; null = all conversations of the version.</summary>
    public string? Segment { get; init; }

    /// <summary>Best value in the KPI's unit; null when it cannot be computed or may not be claimed.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of the interval; null with <see cref="Value"/> or when no interval exists.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the interval.</summary>
    public double? High { get; init; }

    /// <summary>Confidence level, such as 0.95.</summary>
    public required double Level { get; init; }

    /// <summary>Name of the method behind the interval.</summary>
    public required string Method { get; init; }

    /// <summary>What was counted; null when the KPI is no ratio of counts or sums.</summary>
    public double? Numerator { get; init; }

    /// <summary>What it was counted over.</summary>
    public double? Denominator { get; init; }

    /// <summary>Units with a value.</summary>
    public required long Scored { get; init; }

    /// <summary>Units that should have a value and have none.</summary>
    public required long Unscored { get; init; }

    /// <summary>The uncorrected rate a judge gave; null when nothing was judged.</summary>
    public double? Raw { get; init; }

    /// <summary>Assumptions in snake case, such as assumes_transport.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>Hash of the judge; null when nothing was judged.</summary>
    public string? JudgeHash { get; init; }

    /// <summary>Value if every unscored unit had failed; null when nothing is unscored or it makes no sense.</summary>
    public double? UnscoredAsFail { get; init; }

    /// <summary>Value if every unscored unit had passed.</summary>
    public double? UnscoredAsPass { get; init; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public string? MissingBecause { get; init; }
}
