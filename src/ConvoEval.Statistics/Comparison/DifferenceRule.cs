namespace ConvoEval.Statistics.Comparison;

/// <summary>Reads the state of a KPI from the interval of its difference.</summary>
public static class DifferenceRule
{
    /// <summary>
    /// The first that holds of: better (low &gt; 0), worse than margin (high &lt; −m), equivalent, non-inferior (low
    /// &gt; −m), worse (high &lt; 0), inconclusive. Bounds are compared strictly. A sure loss inside the margin is
    /// therefore equivalent or non-inferior; whether it also lies below 0 is for the caller to say. O(1).
    /// </summary>
    /// <param name="difference">New minus old, up is good; null = no data.</param>
    /// <param name="margin">Smallest difference that matters, above 0; null = nobody decided, so neither "no worse" nor
    /// "worse than margin" can come out.</param>
    public static DifferenceState Classify(Interval? difference, double? margin)
    {
        if (margin is { } given)
            Require.Positive(given, nameof(margin));
        if (difference is not { } interval)
            return DifferenceState.NoData;
        if (interval.Low > 0)
            return DifferenceState.Better;
        if (margin is { } m)
        {
            if (interval.High < -m)
                return DifferenceState.WorseThanMargin;
            if (interval.Low > -m)
                return interval.High < m ? DifferenceState.Equivalent : DifferenceState.NonInferior;
        }

        return interval.High < 0 ? DifferenceState.Worse : DifferenceState.Inconclusive;
    }
}
