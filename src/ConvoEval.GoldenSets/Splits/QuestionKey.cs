using System;
using System.Text;

namespace ConvoEval.GoldenSets.Splits;

/// <summary>A question reduced to what makes it the same question. O(length).</summary>
internal static class QuestionKey
{
    /// <summary>
    /// Lower-case tokens of a–z and 0–9 joined by blanks: what the split hashes. A question without any such token (written in
    /// another script) is taken whole, trimmed and in lower case, so that such questions do not all fall together.
    /// </summary>
    public static string OfSplit(string question)
    {
        var key = Tokens(question, static c => c is >= 'a' and <= 'z' or >= '0' and <= '9');
        return key.Length > 0 ? key : question.Trim().ToLowerInvariant();
    }

    /// <summary>Lower-case tokens of letters and digits of any script, joined by blanks: when two questions are one.</summary>
    public static string OfMeaning(string question)
    {
        var key = Tokens(question, char.IsLetterOrDigit);
        return key.Length > 0 ? key : question.Trim();
    }

    private static string Tokens(string text, Func<char, bool> belongs)
    {
        var key = new StringBuilder(text.Length);
        var isGap = false;
        foreach (var original in text)
        {
            // Lower case of A to Z only: a Kelvin sign must not become a k.
            var c = char.IsAscii(original) ? char.ToLowerInvariant(original) : original;
            if (!belongs(c))
            {
                isGap = key.Length > 0;
                continue;
            }

            if (isGap)
                key.Append(' ');
            isGap = false;
            key.Append(char.ToLowerInvariant(c));
        }

        return key.ToString();
    }
}
