using System;

namespace ConvoEval.Inference.Fitting.Evaluation;

/// <summary>
/// The measures that have no closed interval, each over items with whole-number weights (a bootstrap resample).
/// </summary>
internal static class IntentMeasures
{
    private const int Bins = 15;

    /// <summary>Mean of the per-class F1 over classes that occur as truth. O(n + classes).</summary>
    public static double MacroF1(ReadOnlySpan<ScoredText> inScope, ReadOnlySpan<int> weights, int classes)
    {
        var counts = new (long Hits, long Predicted, long True)[classes];
        for (var i = 0; i < inScope.Length; i++)
        {
            counts[inScope[i].Truth].True += weights[i];
            counts[inScope[i].Predicted].Predicted += weights[i];
            counts[inScope[i].Truth].Hits += inScope[i].Truth == inScope[i].Predicted ? weights[i] : 0;
        }

        double sum = 0;
        var present = 0;
        foreach (var (hits, predicted, occurring) in counts)
        {
            if (occurring > 0)
            {
                present++;
                sum += 2.0 * hits / (predicted + occurring);
            }
        }

        return sum / present;
    }

    /// <summary>
    /// Expected calibration error in 15 bins of equal width (Naeini, Cooper and Hauskrecht 2015). O(n).
    /// </summary>
    public static double Ece(ReadOnlySpan<ScoredText> inScope, ReadOnlySpan<int> weights)
    {
        Span<double> gaps = stackalloc double[Bins];
        gaps.Clear();
        long total = 0;
        for (var i = 0; i < inScope.Length; i++)
        {
            var bin = Math.Clamp((int)(inScope[i].Confidence * Bins), 0, Bins - 1);
            gaps[bin] += weights[i] * (inScope[i].Confidence - (inScope[i].Truth == inScope[i].Predicted ? 1 : 0));
            total += weights[i];
        }

        double sum = 0;
        foreach (var gap in gaps)
        {
            sum += Math.Abs(gap);
        }

        return sum / total;
    }

    /// <summary>Mean size of prediction sets. O(n).</summary>
    public static double MeanSetSize(ReadOnlySpan<ScoredText> inScope, ReadOnlySpan<int> weights)
    {
        long sum = 0, total = 0;
        for (var i = 0; i < inScope.Length; i++)
        {
            sum += (long)weights[i] * inScope[i].SetSize;
            total += weights[i];
        }

        return (double)sum / total;
    }

    /// <summary>
    /// Area under the ROC curve of the out-of-scope score, ties counted half (Mann and Whitney 1947). O(n).
    /// </summary>
    /// <param name="sorted">All texts in order of score.</param>
    /// <param name="weights">Weight per text in that order.</param>
    public static double Auroc(ReadOnlySpan<ScoredText> sorted, ReadOnlySpan<int> weights)
    {
        double wins = 0;
        long inScopeBelow = 0, inScopeAll = 0, outAll = 0;
        for (var first = 0; first < sorted.Length;)
        {
            long inScopeHere = 0, outHere = 0;
            var last = first;
            while (last < sorted.Length && sorted[last].OutOfScope == sorted[first].OutOfScope)
            {
                inScopeHere += sorted[last].Truth >= 0 ? weights[last] : 0;
                outHere += sorted[last].Truth < 0 ? weights[last] : 0;
                last++;
            }

            wins += outHere * (inScopeBelow + (0.5 * inScopeHere));
            inScopeBelow += inScopeHere;
            inScopeAll += inScopeHere;
            outAll += outHere;
            first = last;
        }

        return wins / ((double)inScopeAll * outAll);
    }
}
