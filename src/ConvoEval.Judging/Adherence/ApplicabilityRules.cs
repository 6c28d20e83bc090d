using System.Collections.Generic;
using System.Linq;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>Decides how far a golden item covers a response. The thresholds were chosen on the tune split (docs/methods/deterministic-judge.md).</summary>
internal static class ApplicabilityRules
{
    /// <summary>Below, nothing is known of the response.</summary>
    private const float MinimumScore = 0.45f;

    /// <summary>From here on the item covers the response.</summary>
    private const float CertainScore = 1.0f;

    /// <summary>Smallest similarity of the answer that makes a response covered even when the question is elliptic.</summary>
    private const float CertainAnswer = 0.3f;

    /// <summary>Smallest similarity of the question at which a response that does not resemble the answer is held against it.</summary>
    private const float CertainQuestion = 0.38f;

    /// <summary>From here on a response answers something, whatever its wording looks like.</summary>
    private const float AnswersSomething = 0.5f;

    /// <summary>Reason code of a response that no item covers; null when the best ranked one may.</summary>
    public static string? ReasonNotToJudge(ResponseProfile response, IReadOnlyList<GoldenMatch> ranked, string behind, IReadOnlyList<StatedFact> context)
    {
        var best = ranked[0];
        if (best.Answer < AnswersSomething && ResponseKind.ReasonNotToJudge(response) is { } reason)
            return reason;
        if (best.Score < MinimumScore)
            return "no_golden_answer";
        return best.Answer < AnswersSomething && IsConfirmation(response, best.Item, behind, context) ? "action_confirmation" : null;
    }

    /// <summary>Whether the best item surely covers the response; if not, what is left out or different proves nothing.</summary>
    public static bool IsCovered(GoldenMatch best) => best.Score >= CertainScore || best.Answer >= CertainAnswer || best.Question >= CertainQuestion;

    // A tool has just answered, and the response repeats facts of the conversation, none of the approved answer.
    private static bool IsConfirmation(ResponseProfile response, GoldenProfile golden, string behind, IReadOnlyList<StatedFact> context) =>
        golden.Approved.Count > 0
        && !string.IsNullOrWhiteSpace(behind)
        && response.Facts.Any(fact => context.Any(known => known.Agrees(fact)))
        && !response.Facts.Any(fact => golden.Approved.Any(known => known.Agrees(fact)));
}
