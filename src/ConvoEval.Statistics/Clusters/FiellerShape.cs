namespace ConvoEval.Statistics.Clusters;

/// <summary>Form of Fieller's confidence set.</summary>
public enum FiellerShape
{
    /// <summary>An interval.</summary>
    Bounded,

    /// <summary>All numbers except an interval.</summary>
    Exclusive,

    /// <summary>All numbers.</summary>
    Unbounded,
}
