namespace ConvoEval.Statistics.Comparison;

/// <summary>A KPI at the gate.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Difference">Interval of new minus old, up is good; null = no data.</param>
/// <param name="Margin">Its margin; null = nobody decided.</param>
public sealed record GateKpi(string Id, Interval? Difference, double? Margin)
{
    /// <summary>State by <see cref="DifferenceRule"/>.</summary>
    public DifferenceState State => DifferenceRule.Classify(Difference, Margin);
}
