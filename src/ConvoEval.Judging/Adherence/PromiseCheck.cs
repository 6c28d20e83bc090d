using System.Linq;
using System.Text.RegularExpressions;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>Finds promises that the approved answer does not make: guarantees, certainties, money that will surely come.</summary>
internal static partial class PromiseCheck
{
    /// <param name="response">The response.</param>
    /// <param name="golden">The item that fits best.</param>
    /// <param name="isMatch">Whether the item covers the response for sure; if not, only outright guarantees count.</param>
    public static AdherenceFinding? Find(ResponseProfile response, GoldenProfile golden, bool isMatch)
    {
        foreach (var sentence in response.Sentences)
        {
            if (sentence.IsQuestion || sentence.Negated.Count > 0)
                continue;
            var lower = response.Text[sentence.Start..sentence.End].ToLowerInvariant();
            foreach (Match match in (isMatch ? Promise() : Guarantee()).Matches(lower))
            {
                if (Words.Tokens(match.Value).All(golden.ApprovedWords.Contains))
                    continue;
                return new AdherenceFinding(
                    "over_promise", "makes a promise that the approved answer does not make", response.Quote(sentence.Start, sentence.End));
            }
        }

        return null;
    }

    [GeneratedRegex(@"\b(?:guaranteed?|guarantees|(?:i|we) promise|every (?:cent|penny))(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Guarantee();

    [GeneratedRegex(
        @"\b(?:guaranteed?|guarantees|(?:i|we) promise|definitely|certainly|for certain|for sure|without (?:a |any )?doubt|no doubt|100 ?%|rest assured|you can rest easy|every cent|every penny|in any case)(?!\w)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Promise();
}
