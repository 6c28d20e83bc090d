using System;
using System.Collections.Generic;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>
/// What a sentence negates: the first content word behind each negator ("you do not have to <em>wait</em>"). Two negators before the same word cancel out. Blind to
/// wider scope.
/// </summary>
internal static class NegatedStems
{
    /// <param name="tokens">The words of the sentence.</param>
    /// <param name="isOdd">Whether the number of negators is odd.</param>
    public static IReadOnlySet<string> Of(IReadOnlyList<string> tokens, out bool isOdd)
    {
        var negated = new HashSet<string>(StringComparer.Ordinal);
        var isNegating = false;
        isOdd = false;
        foreach (var token in tokens)
        {
            if (Polarity.IsNegator(token))
            {
                isNegating = !isNegating;
                isOdd = !isOdd;
                continue;
            }

            if (!isNegating || StatementProfile.IsEmptyWord(token))
                continue;
            negated.Add(Synonyms.Of(Stems.Of(token).ToString()));
            isNegating = false;
        }

        return negated;
    }
}
