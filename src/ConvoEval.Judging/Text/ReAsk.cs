using System;
using System.Collections.Generic;

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

    public static ReAsk Of(string first, string later) => Of(new AskedText(first), new AskedText(later));

    /// <summary>The same for texts read before.</summary>
    public static ReAsk Of(AskedText first, AskedText later) => new(JaccardOf(first, later), CosineOf(first, later));

    private static double JaccardOf(AskedText first, AskedText later)
    {
        var shared = 0;
        foreach (var word in first.ContentWords)
            shared += later.ContentWords.Contains(word) ? 1 : 0;
        var all = first.ContentWords.Count + later.ContentWords.Count - shared;
        return all == 0 ? 0 : shared / (double)all;
    }

    private static double CosineOf(AskedText first, AskedText later)
    {
        double product = 0;
        foreach (var (trigram, count) in first.Trigrams)
            product += (double)count * later.Trigrams.GetValueOrDefault(trigram);
        double lengths = Math.Sqrt(first.SquaredLength * later.SquaredLength);
        return lengths == 0 ? 0 : product / lengths;
    }
}
