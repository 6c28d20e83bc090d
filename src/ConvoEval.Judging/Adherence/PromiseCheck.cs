using System.Linq;
using System.Text.RegularExpressions;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>Finds promises that the approved answer does not make: guarantees, certainties, money that will surely come.</summary>
internal static partial class PromiseCheck
{
    public static AdherenceFinding? Find(ResponseProfile response, GoldenProfile golden)
    {
        foreach (var sentence in response.Sentences)
        {
            if (sentence.IsQuestion || sentence.IsNegated)
                continue;
            var lower = response.Text[sentence.Start..sentence.End].ToLowerInvariant();
            foreach (Match match in Promise().Matches(lower))
            {
                if (Words.Tokens(match.Value).All(golden.ApprovedWords.Contains))
                    continue;
                return new AdherenceFinding(
                    "over_promise", "makes a promise that the approved answer does not make", response.Quote(sentence.Start, sentence.End));
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"\b(?:guaranteed?|guarantees|(?:i|we) promise|definitely|certainly|for certain|for sure|without (?:a |any )?doubt|no doubt|100 ?%|rest assured|you can rest easy|every cent|every penny|in any case)(?!\w)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Promise();
}
