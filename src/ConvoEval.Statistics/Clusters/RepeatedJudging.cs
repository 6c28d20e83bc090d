using System;
using ConvoEval.Statistics.Moments;

namespace ConvoEval.Statistics.Clusters;

/// <summary>
/// What judging each item K times tells of the judge's own noise (Miller 2024, arXiv:2411.00640, section 3).
/// </summary>
public sealed record RepeatedJudging
{
    /// <summary>Mean of all scores.</summary>
    public required double Mean { get; init; }

    /// <summary>Mean variance of the scores of one item: the judge's noise.</summary>
    public required double WithinVariance { get; init; }

    /// <summary>Variance of the item means.</summary>
    public required double VarianceOfItemMeans { get; init; }

    /// <summary>Variance between items with the judge's noise taken out; can come out below 0.</summary>
    public required double BetweenVariance { get; init; }

    /// <summary>Standard error of the mean with this K.</summary>
    public required double StandardError { get; init; }

    /// <summary>Standard error if the judge had no noise: more runs cannot do better.</summary>
    public required double StandardErrorWithoutNoise { get; init; }

    /// <summary>Standard error with one run per item.</summary>
    public required double StandardErrorOfOneRun { get; init; }

    /// <summary>Share of items whose scores are not all equal.</summary>
    public required double FlipRate { get; init; }

    /// <summary>Mean share of pairs of runs that agree on an item.</summary>
    public required double PairwiseAgreement { get; init; }

    /// <summary>
    /// Scores item by item, <paramref name="runs"/> per item. Null for fewer than two items or runs. Throws when the
    /// scores do not fill whole items or are not finite. O(items · runs²).
    /// </summary>
    public static RepeatedJudging? Measure(ReadOnlySpan<double> scores, int runs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        Require.Finite(scores);
        if (scores.Length % runs != 0)
            throw new ArgumentException(FormattableString.Invariant(
                $"Expected {runs} scores per item, found {scores.Length} scores."), nameof(scores));
        int items = scores.Length / runs;
        if (items < 2 || runs < 2)
            return null;
        double[] means = new double[items];
        double within = 0;
        double flips = 0;
        double agreement = 0;
        for (int item = 0; item < items; item++)
        {
            ReadOnlySpan<double> ofItem = scores.Slice(item * runs, runs);
            means[item] = SampleMoments.Mean(ofItem);
            within += SampleMoments.Variance(ofItem) / items;
            double agreeing = AgreeingPairs(ofItem) / (runs * (runs - 1) / 2.0);
            agreement += agreeing / items;
            flips += agreeing < 1 ? 1.0 / items : 0;
        }

        double ofMeans = SampleMoments.Variance(means);
        double between = ofMeans - within / runs;
        return new RepeatedJudging
        {
            Mean = SampleMoments.Mean(scores),
            WithinVariance = within,
            VarianceOfItemMeans = ofMeans,
            BetweenVariance = between,
            StandardError = Math.Sqrt(ofMeans / items),
            StandardErrorWithoutNoise = Math.Sqrt(Math.Max(between, 0) / items),
            StandardErrorOfOneRun = Math.Sqrt(Math.Max(between + within, 0) / items),
            FlipRate = flips,
            PairwiseAgreement = agreement,
        };
    }

    private static int AgreeingPairs(ReadOnlySpan<double> scores)
    {
        int pairs = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            for (int j = i + 1; j < scores.Length; j++)
                pairs += scores[i] == scores[j] ? 1 : 0;
        }

        return pairs;
    }
}
