using System;
using System.Collections.Generic;
using System.Linq;

namespace ConvoEval.Judging.Text;

/// <summary>What a text says of a statement.</summary>
internal enum Stance
{
    /// <summary>No sentence is about it.</summary>
    Absent,

    /// <summary>The sentence closest to it says the same, as far as negators tell.</summary>
    Affirmed,

    /// <summary>The sentence closest to it says the opposite.</summary>
    Negated,
}

/// <summary>
/// Whether a text affirms or negates a statement: the sentence that shares most content words with it is compared by the parity of negators. Catches
/// can/cannot; blind to scope ("unless …") and to what is only implied.
/// </summary>
internal static class Polarity
{
    private static readonly HashSet<string> Negators = new(
        ("not no never cannot without neither nor unable none nothing hardly cant wont dont doesnt isnt arent wasnt didnt couldnt shouldnt havent hasnt wouldnt")
            .Split(' '),
        StringComparer.Ordinal);

    public static bool IsNegator(string token) => Negators.Contains(token);

    /// <param name="text">The text.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="minimumRecall">Smallest share of the statement's content words that a sentence about it must hold, 0 to 1.</param>
    public static Stance Of(string text, string statement, double minimumRecall) => Closest(text, statement, minimumRecall).Stance;

    /// <summary>The stance with the sentence it rests on, as a place in the normalised text.</summary>
    public static (Stance Stance, int Start, int End, double Recall) Closest(string text, string statement, double minimumRecall)
    {
        var normalized = Words.Normalize(text);
        var tokens = Words.Tokens(statement);
        var key = tokens.Where(token => !Words.IsStopWord(token) && !IsNegator(token)).ToList();
        (double Recall, int Start, int End, List<string>? Tokens) best = (0, 0, 0, null);
        foreach (var (start, end) in Words.Sentences(normalized))
        {
            var sentence = Words.Tokens(normalized[start..end]);
            var present = sentence.ToHashSet(StringComparer.Ordinal);
            double recall = key.Count == 0 ? 0 : key.Count(present.Contains) / (double)key.Count;
            if (recall > best.Recall)
                best = (recall, start, end, sentence);
        }

        if (best.Tokens is null || best.Recall < minimumRecall)
            return (Stance.Absent, 0, 0, best.Recall);
        var isSame = best.Tokens.Count(IsNegator) % 2 == tokens.Count(IsNegator) % 2;
        return (isSame ? Stance.Affirmed : Stance.Negated, best.Start, best.End, best.Recall);
    }
}
