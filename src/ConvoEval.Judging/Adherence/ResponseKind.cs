using System.Linq;
using System.Text.RegularExpressions;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>Recognises responses that answer nothing: questions back, fallbacks, hand-overs.</summary>
internal static partial class ResponseKind
{
    /// <summary>Reason code of a response that answers nothing; null when it may hold an answer.</summary>
    public static string? ReasonNotToJudge(ResponseProfile response)
    {
        if (response.Sentences.Count == 0)
            return "no_text";
        var lower = response.Text.ToLowerInvariant();
        if (FallbackPhrases.Hits(response.Text).Count > 0 || Rephrase().IsMatch(lower))
            return "fallback";
        if (HandOver().IsMatch(lower))
            return "hand_over";
        return response.Sentences.All(sentence => sentence.IsQuestion || sentence.Stems.Count <= 2) && response.Sentences.Any(sentence => sentence.IsQuestion)
            ? "question_back"
            : null;
    }

    [GeneratedRegex(@"\b(?:rephrase|did(?: not|n't) (?:get|catch|understand) that|not sure (?:what you mean|i (?:caught|understand|follow))|please choose)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Rephrase();

    [GeneratedRegex(@"\b(?:connect(?:ing)? you|transferr?(?:ing)? you|put(?:ting)? you through|look(?:ing)? for a colleague|hand(?:ing)? you over)\b", RegexOptions.CultureInvariant)]
    private static partial Regex HandOver();
}
