using ConvoEval.Domain.Kpis;

namespace ConvoEval.Scoring.Comparisons;

/// <summary>The margin of a KPI, where a usable one is set.</summary>
internal static class ComparisonMargin
{
    /// <summary>
    /// Null when nobody decided, or what was decided is no margin (the dictionary's findings say so).
    /// </summary>
    public static double? Of(KpiDefinition kpi) =>
        kpi.Margin is { } margin && double.IsFinite(margin) && margin > 0 ? margin : null;
}
