using System;
using System.Collections.Generic;
using System.Linq;

namespace ConvoEval.Judging.Text;

/// <summary>
/// Whether a user asks the same again: Jaccard similarity of content words at least .6, or cosine of letter trigrams at least .7. A lower bound: a
/// paraphrase with other words is missed.
/// </summary>
/// <param name="Jaccard">Shared content words over all content words; 0 when neither text has any.</param>
/// <param name="TrigramCosine">Cosine of the counts of letter trigrams.</param>
internal readonly record struct ReAsk(double Jaccard, double TrigramCosine)
{
    private const double MinimumJaccard = 0.6;
    private const double MinimumCosine = 0.7;

    public bool IsRepeated => Jaccard >= MinimumJaccard || TrigramCosine >= MinimumCosine;

    public static ReAsk Of(string first, string later)
    {
        var (a, b) = (Words.Tokens(first), Words.Tokens(later));
        return new ReAsk(JaccardOf(a, b), CosineOf(Trigrams(a), Trigrams(b)));
    }

    private static double JaccardOf(List<string> a, List<string> b)
    {
        var x = a.Where(token => !Words.IsStopWord(token)).ToHashSet(StringComparer.Ordinal);
        var y = b.Where(token => !Words.IsStopWord(token)).ToHashSet(StringComparer.Ordinal);
        var shared = x.Count(y.Contains);
        var all = x.Count + y.Count - shared;
        return all == 0 ? 0 : shared / (double)all;
    }

    private static Dictionary<string, int> Trigrams(List<string> tokens)
    {
        var text = " " + string.Join(' ', tokens) + " ";
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + 3 <= text.Length; i++)
            counts[text.Substring(i, 3)] = counts.GetValueOrDefault(text.Substring(i, 3)) + 1;
        return counts;
    }

    private static double CosineOf(Dictionary<string, int> x, Dictionary<string, int> y)
    {
        double product = x.Sum(pair => (double)pair.Value * y.GetValueOrDefault(pair.Key));
        double lengths = Math.Sqrt(x.Values.Sum(count => (double)count * count) * y.Values.Sum(count => (double)count * count));
        return lengths == 0 ? 0 : product / lengths;
    }
}
