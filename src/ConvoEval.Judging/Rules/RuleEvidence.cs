using System;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Judging.Rules;

/// <summary>Quotes from turns, exact by construction.</summary>
internal static class RuleEvidence
{
    /// <summary>Longest quote.</summary>
    private const int MaximumQuote = 300;

    /// <summary>The turn from its beginning.</summary>
    public static Evidence Whole(Turn turn) => Of(turn.Index, turn.Text, 0, turn.Text.Length);

    /// <summary>A part of a text; a long one is cut, never in the middle of a surrogate pair.</summary>
    public static Evidence Of(int turnIndex, string text, int start, int end)
    {
        start = Math.Clamp(start, 0, text.Length);
        end = Math.Clamp(end, start, Math.Min(text.Length, start + MaximumQuote));
        if (end > start && end < text.Length && char.IsHighSurrogate(text[end - 1]))
            end--;
        return new Evidence(turnIndex, start, end, text[start..end]);
    }
}
