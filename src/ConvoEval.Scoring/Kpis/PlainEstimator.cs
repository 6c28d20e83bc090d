using System;
using ConvoEval.Domain.Kpis;
using ConvoEval.Statistics;
using ConvoEval.Statistics.Clusters;
using ConvoEval.Statistics.Proportions;
using ConvoEval.Statistics.Resampling;

namespace ConvoEval.Scoring.Kpis;

/// <summary>Estimates of KPIs that are read from the log as they are, without a judge to correct.</summary>
internal static class PlainEstimator
{
    private const int FewClusters = 30;

    public static Estimate Estimate(EstimateSubject subject, KpiFormula formula, Sample sample)
    {
        if (sample.Whole == 0)
            return Missing(subject, formula, sample);
        var (method, interval) = IntervalOf(formula.Kind, sample, subject.Level);
        var (asFail, asPass) = Bounds(formula, sample);
        return new Estimate
        {
            KpiId = subject.Definition.Id,
            BotVersion = subject.BotVersion,
            Segment = subject.Segment,
            Value = sample.Part / sample.Whole,
            Low = interval?.Low,
            High = interval?.High,
            Level = subject.Level,
            Method = method,
            Numerator = sample.Part,
            Denominator = sample.Whole,
            Scored = (long)sample.Whole,
            Unscored = (long)sample.Unscored,
            Assumptions = sample.HasRepeats && sample.Clusters < FewClusters ? ["few_clusters"] : [],
            UnscoredAsFail = asFail,
            UnscoredAsPass = asPass,
        };
    }

    public static Estimate Missing(EstimateSubject subject, KpiFormula formula, Sample sample) => new()
    {
        KpiId = subject.Definition.Id,
        BotVersion = subject.BotVersion,
        Segment = subject.Segment,
        Level = subject.Level,
        Method = "none",
        Denominator = 0,
        Scored = 0,
        Unscored = (long)sample.Unscored,
        MissingBecause = $"cannot be computed from this source: {formula.Missing}",
    };

    /// <summary>
    /// A quantile of the amounts with an interval between order statistics, which takes conversations as independent.
    /// The interval is null when the sample is too small for one of its ends.
    /// </summary>
    public static Estimate Quantile(
        EstimateSubject subject, Estimate mean, ReadOnlySpan<double> sorted, double q, bool hasRepeats)
    {
        // The caller has at least one value, else there was no mean to stand beside.
        var quantile = QuantileInterval.OfSorted(sorted, q, subject.Level)!;
        var hasInterval = quantile is { Low: not null, High: not null };
        return mean with
        {
            Segment = subject.Segment,
            Value = quantile.Value,
            Low = hasInterval ? quantile.Low : null,
            High = hasInterval ? quantile.High : null,
            Method = "order_statistics",
            Numerator = null,
            Denominator = null,
            Assumptions = hasRepeats ? ["conversations_taken_as_independent"] : [],
        };
    }

    private static (string Method, Interval? Interval) IntervalOf(KpiKind kind, Sample sample, double level)
    {
        if (kind == KpiKind.Mean)
        {
            // Sums per user over conversations per user: with one conversation each this is the plain mean with Student's t.
            var ratio = RatioOfTotals.Estimate(sample.Parts, sample.Wholes, level);
            return (sample.HasRepeats ? "cluster_robust_t" : "mean_t", ratio?.StudentInterval);
        }

        if (kind == KpiKind.ShareOfConversations && !sample.HasRepeats)
            return ("wilson", Proportion.Wilson(sample.Part, sample.Whole, level));
        var share = ClusteredShare.Estimate(sample.Parts, sample.Wholes, level);
        return (kind == KpiKind.ShareOfTurns ? "ratio_linearised_t" : "cluster_robust_t", share?.Interval);
    }

    /// <summary>Only for shares: nobody knows the amount that an unscored conversation would have had.</summary>
    private static (double? AsFail, double? AsPass) Bounds(KpiFormula formula, Sample sample)
    {
        if (sample.Unscored == 0 || formula.Kind == KpiKind.Mean)
            return (null, null);
        var all = sample.Whole + sample.Unscored;
        var withoutThem = sample.Part / all;
        var withThem = (sample.Part + sample.Unscored) / all;
        return formula.Direction == KpiDirection.HigherIsBetter ? (withoutThem, withThem) : (withThem, withoutThem);
    }
}
