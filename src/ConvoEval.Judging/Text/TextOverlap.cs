using System;
using System.Linq;

namespace ConvoEval.Judging.Text;

/// <summary>How far an answer and a reference share words. A triage score, never a verdict on its own: it is blind to negation.</summary>
/// <param name="ExactMatch">Equal in the SQuAD normal form.</param>
/// <param name="Precision">Share of the answer's words that the reference has; 1 when both are empty, 0 when one is.</param>
/// <param name="Recall">Share of the reference's words that the answer has; same edge cases.</param>
/// <param name="F1">Harmonic mean of the two; same edge cases.</param>
/// <param name="Contains">The reference occurs in the answer as a run of whole words.</param>
/// <param name="RougeL">F-measure of the longest common subsequence (Lin 2004); 0 when either is empty.</param>
internal readonly record struct TextOverlap(bool ExactMatch, double Precision, double Recall, double F1, bool Contains, double RougeL)
{
    /// <summary>Overlap in the SQuAD normal form. O(n·m) for the subsequence, the rest linear.</summary>
    public static TextOverlap Of(string answer, string reference)
    {
        var (given, wanted) = (Words.SquadForm(answer), Words.SquadForm(reference));
        var (x, y) = (Split(given), Split(wanted));
        var contains = $" {given} ".Contains($" {wanted} ", StringComparison.Ordinal);
        if (x.Length == 0 || y.Length == 0)
        {
            double same = x.Length == y.Length ? 1 : 0;
            return new TextOverlap(given == wanted, same, same, same, contains, 0);
        }

        double common = Common(x, y);
        if (common == 0)
            return new TextOverlap(given == wanted, 0, 0, 0, contains, 0);
        double precision = common / x.Length, recall = common / y.Length;
        return new TextOverlap(given == wanted, precision, recall, 2 * precision * recall / (precision + recall), contains, RougeOf(x, y));
    }

    private static string[] Split(string normal) => normal.Length == 0 ? [] : normal.Split(' ');

    private static int Common(string[] x, string[] y)
    {
        var counts = y.GroupBy(word => word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var common = 0;
        foreach (var word in x)
        {
            if (!counts.TryGetValue(word, out var left) || left == 0)
                continue;
            counts[word] = left - 1;
            common++;
        }

        return common;
    }

    private static double RougeOf(string[] x, string[] y)
    {
        var row = new int[y.Length + 1];
        foreach (var word in x)
        {
            var diagonal = 0;
            for (var j = 0; j < y.Length; j++)
            {
                var above = row[j + 1];
                row[j + 1] = word == y[j] ? diagonal + 1 : Math.Max(above, row[j]);
                diagonal = above;
            }
        }

        double longest = row[y.Length];
        if (longest == 0)
            return 0;
        double precision = longest / x.Length, recall = longest / y.Length;
        return 2 * precision * recall / (precision + recall);
    }
}
