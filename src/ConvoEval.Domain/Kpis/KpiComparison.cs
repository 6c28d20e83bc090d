using System.Collections.Generic;

namespace ConvoEval.Domain.Kpis;

/// <summary>A newer version against an older one on a KPI. Differences are new minus old in the KPI's unit.</summary>
public sealed record KpiComparison
{
    /// <summary>KPI id.</summary>
    public required string KpiId { get; init; }

    /// <summary>Older version.</summary>
    public required string From { get; init; }

    /// <summary>Newer version.</summary>
    public required string To { get; init; }

    /// <summary>New minus old; null when not comparable.</summary>
    public double? Difference { get; init; }

    /// <summary>Lower end of its interval.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of its interval.</summary>
    public double? High { get; init; }

    /// <summary>Confidence level.</summary>
    public required double Level { get; init; }

    /// <summary>Name of the method.</summary>
    public required string Method { get; init; }

    /// <summary>Two-sided p-value that belongs to the method; null when there is none.</summary>
    public double? PValue { get; init; }

    /// <summary>Pairs used; 0 = unpaired.</summary>
    public required long Pairs { get; init; }

    /// <summary>Pairs in which only the old version succeeded; null when not a paired rate.</summary>
    public long? OnlyOld { get; init; }

    /// <summary>Pairs in which only the new version succeeded.</summary>
    public long? OnlyNew { get; init; }

    /// <summary>Margin of the dictionary.</summary>
    public double? Margin { get; init; }

    /// <summary>The verdict.</summary>
    public required ComparisonVerdict Verdict { get; init; }

    /// <summary>Detail: better, equivalent, non_inferior, worse, worse_than_margin, inconclusive, no_data, no_worse_but_lower, …</summary>
    public required string State { get; init; }

    /// <summary>In words: why this verdict, and what would decide it.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>Conversations per version still needed for a verdict at this difference; null when decided or unknowable.</summary>
    public long? NeededPerVersion { get; init; }

    /// <summary>Part of the difference due to another mix of intents; null when it cannot be split.</summary>
    public double? Mix { get; init; }

    /// <summary>Part due to changes within the intents (common strata).</summary>
    public double? Within { get; init; }

    /// <summary>Part due to intents seen only in the newer version.</summary>
    public double? Entered { get; init; }

    /// <summary>Part due to intents seen only in the older version.</summary>
    public double? Left { get; init; }

    /// <summary>What moved it, by stratum, largest first.</summary>
    public IReadOnlyList<ComparisonStratum> Strata { get; init; } = [];
}
