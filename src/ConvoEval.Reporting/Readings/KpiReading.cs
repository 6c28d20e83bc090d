using ConvoEval.Domain.Kpis;

namespace ConvoEval.Reporting.Readings;

/// <summary>A KPI of the newest version, beside the version before it.</summary>
internal sealed record KpiReading
{
    /// <summary>An interval of a share wider than this is drawn without its point.</summary>
    public const double WidestIntervalWithPoint = 0.20;

    public required KpiDefinition Definition { get; init; }

    /// <summary>Estimate of the newest version; null when none was made.</summary>
    public required Estimate? Newest { get; init; }

    /// <summary>Estimate of the version before; null without one.</summary>
    public required Estimate? Older { get; init; }

    /// <summary>Comparison of the two; null when none was made.</summary>
    public required KpiComparison? Comparison { get; init; }

    public required TrafficLight Light { get; init; }

    /// <summary>Name of the judge behind the newest estimate; null when nothing was judged or nobody knows.</summary>
    public required string? Judge { get; init; }

    /// <summary>Whether a judge's uncorrected rate is all there is.</summary>
    public bool IsRawOnly => Newest is { Value: null, Raw: not null };

    /// <summary>Whether the judge can only say "contradicted" or "not contradicted".</summary>
    public required bool IsJudgedByRules { get; init; }

    /// <summary>Whether an interval is too wide to draw its point.</summary>
    public static bool IsTooWide(KpiDefinition definition, Estimate estimate) =>
        definition.Unit == KpiUnit.Share && estimate is { Low: { } low, High: { } high } && high - low > WidestIntervalWithPoint;
}
