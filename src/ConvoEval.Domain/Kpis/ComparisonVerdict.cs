namespace ConvoEval.Domain.Kpis;

/// <summary>What can be said of a newer version against an older one on a KPI.</summary>
public enum ComparisonVerdict
{
    /// <summary>Surely better.</summary>
    Better,

    /// <summary>Surely not worse by more than the margin.</summary>
    NoWorse,

    /// <summary>Surely worse.</summary>
    Worse,

    /// <summary>The data cannot tell.</summary>
    NotEnoughData,

    /// <summary>The two numbers do not measure the same thing (different judges, an unlicensed judge, a missing source).</summary>
    NotComparable,
}
