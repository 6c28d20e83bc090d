namespace ConvoEval.Scoring.Gate;

/// <summary>What a release has to show.</summary>
public sealed class GateOptions
{
    /// <summary>
    /// KPI that must be surely better, not only no worse; null (default) = a release only has to be no worse on every
    /// pinned KPI.
    /// </summary>
    public string? MustImproveKpiId { get; init; }
}
