using ConvoEval.Scoring.Kpis;
using ConvoEval.Statistics;
using ConvoEval.Statistics.Clusters;
using ConvoEval.Statistics.Distributions;
using ConvoEval.Statistics.Proportions;

namespace ConvoEval.Scoring.Comparisons;

/// <summary>New minus old of two independent samples.</summary>
internal static class UnpairedDifferences
{
    /// <summary>
    /// Shares of conversations: Newcombe's square-and-add; with repeated users, and for shares of turns, square-and-add
    /// of the robust intervals. Means: Welch's t on standard errors that are robust to repeated users. Both samples
    /// must have a value.
    /// </summary>
    public static Difference Of(Sample older, Sample newer, KpiKind kind, double level)
    {
        var value = newer.Part / newer.Whole - older.Part / older.Whole;
        var (interval, method, pValue) = kind switch
        {
            KpiKind.Mean => Welch(older, newer, value, level),
            KpiKind.ShareOfConversations when !older.HasRepeats && !newer.HasRepeats => Newcombe(older, newer, level),
            _ => SquareAndAdd(older, newer, value, level),
        };
        return new Difference
        {
            Value = value,
            Interval = interval,
            Method = method,
            PValue = pValue,
            ConversationsOld = older.Conversations,
            ConversationsNew = newer.Conversations,
        };
    }

    /// <summary>
    /// The interval of a difference from the intervals of its two sides (square-and-add; Zou and Donner 2008): exact
    /// for normal intervals, and right for lopsided ones.
    /// </summary>
    public static Interval SquareAndAdd(double older, Interval olderInterval, double newer, Interval newerInterval) => new(
        newer - older - double.Hypot(newer - newerInterval.Low, olderInterval.High - older),
        newer - older + double.Hypot(newerInterval.High - newer, older - olderInterval.Low));

    private static (Interval? Interval, string Method, double? PValue) Newcombe(Sample older, Sample newer, double level) => (
        ProportionDifference.Newcombe(newer.Part, newer.Whole, older.Part, older.Whole, level),
        "newcombe",
        ProportionDifference.PooledTest(newer.Part, newer.Whole, older.Part, older.Whole)?.PValue);

    private static (Interval? Interval, string Method, double? PValue) SquareAndAdd(
        Sample older, Sample newer, double value, double level)
    {
        const string Method = "square_and_add_robust";
        // Both samples have a value, so both shares exist.
        var old = ClusteredShare.Estimate(older.Parts, older.Wholes, level)!;
        var recent = ClusteredShare.Estimate(newer.Parts, newer.Wholes, level)!;
        if (old.Interval is not { } oldInterval || recent.Interval is not { } recentInterval)
            return (null, Method, null);
        var error = double.Hypot(old.StandardError ?? 0, recent.StandardError ?? 0);
        return (
            SquareAndAdd(old.Value, oldInterval, recent.Value, recentInterval),
            Method,
            error > 0 ? StandardNormal.TwoSidedP(value / error) : null);
    }

    private static (Interval? Interval, string Method, double? PValue) Welch(
        Sample older, Sample newer, double value, double level)
    {
        const string Method = "welch_t";
        var old = RatioOfTotals.Estimate(older.Parts, older.Wholes, level);
        var recent = RatioOfTotals.Estimate(newer.Parts, newer.Wholes, level);
        if (old?.StandardError is not { } oldError || recent?.StandardError is not { } recentError)
            return (null, Method, null);
        var error = double.Hypot(oldError, recentError);
        if (error == 0)
            return (null, Method, null);
        // Satterthwaite's degrees of freedom, with clusters as the units.
        var oldShare = oldError / error * (oldError / error);
        var recentShare = recentError / error * (recentError / error);
        var freedom = 1 / (oldShare * oldShare / (older.Clusters - 1) + recentShare * recentShare / (newer.Clusters - 1));
        var half = StudentT.TwoSided(level, freedom) * error;
        return (new Interval(value - half, value + half), Method, StudentT.TwoSidedP(value / error, freedom));
    }
}
