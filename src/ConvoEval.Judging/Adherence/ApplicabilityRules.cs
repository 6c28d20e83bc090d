using System.Collections.Generic;

namespace ConvoEval.Judging.Adherence;

/// <summary>Decides whether any golden item covers a response. Thresholds were chosen on the tune split (docs/methods/deterministic-judge.md).</summary>
internal static class ApplicabilityRules
{
    private const float MinimumScore = 0.45f;

    /// <summary>From here on a response answers something, whatever its wording looks like.</summary>
    private const float CertainAnswer = 0.5f;

    /// <summary>Reason code of a response that no item covers; null when the best ranked one does.</summary>
    public static string? ReasonNotToJudge(ResponseProfile response, IReadOnlyList<GoldenMatch> ranked)
    {
        var best = ranked[0];
        if (best.Answer < CertainAnswer && ResponseKind.ReasonNotToJudge(response) is { } reason)
            return reason;
        return best.Score < MinimumScore ? "no_golden_answer" : null;
    }
}
