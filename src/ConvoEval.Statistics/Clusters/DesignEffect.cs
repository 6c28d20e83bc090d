namespace ConvoEval.Statistics.Clusters;

/// <summary>What clustering costs when planning.</summary>
public static class DesignEffect
{
    /// <summary>
    /// Kish's (1965) 1 + (m̄ − 1)·ICC, the factor on the number of values needed. Mean cluster size at least 1, ICC
    /// −1…1. O(1).
    /// </summary>
    public static double Planned(double meanClusterSize, double intraclassCorrelation)
    {
        Require.NotNegative(meanClusterSize - 1, nameof(meanClusterSize));
        Require.Probability((intraclassCorrelation + 1) / 2, nameof(intraclassCorrelation));
        return 1 + (meanClusterSize - 1) * intraclassCorrelation;
    }
}
