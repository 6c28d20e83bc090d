using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Scoring.Kpis;

namespace ConvoEval.Pipeline.Runs;

/// <summary>Brings the verdicts of the run and the random reviews of the golden set together.</summary>
internal static class AdherenceInputs
{
    /// <summary>Turns whose verdicts are wanted because a person reviewed them.</summary>
    public static HashSet<(ConversationKey, int)> ReviewedTurns(RunParts parts) =>
        [.. RandomReviews(parts).Select(review => (review.Conversation, review.TurnIndex))];

    /// <summary>Whether a verdict passes the response; null when it is no grade.</summary>
    public static bool? IsPassed(Verdict verdict) => verdict is Verdict.Graded graded
        ? graded.Grade is Grade.Pass or Grade.NotContradicted
        : null;

    /// <summary>One entry per version; empty when nothing judges content adherence.</summary>
    public static IReadOnlyList<AdherenceEvidence> Of(
        RunParts parts,
        IReadOnlyList<JudgeLicence> licences,
        IReadOnlyDictionary<(ConversationKey, int), bool?> reviewed,
        IReadOnlyList<string> versions)
    {
        if (parts.ResponseJudge is not { } judge)
            return [];
        var own = licences.Where(licence => licence.Criterion == KpiIds.ContentAdherence && licence.JudgeHash == judge.Digest.Hash).ToList();
        var isAuthored = parts.GoldenSet?.Annotator == "authored";
        var evidence = new List<AdherenceEvidence>();
        foreach (var version in versions)
        {
            evidence.Add(new AdherenceEvidence
            {
                BotVersion = version,
                JudgeHash = judge.Digest.Hash,
                Licence = own.FirstOrDefault(licence => licence.BotVersion == version),
                PooledLicence = own.FirstOrDefault(licence => licence.BotVersion is null),
                Reviews = [.. RandomReviews(parts).Where(review => review.BotVersion == version && review.Grade != AnnotatedGrade.NotApplicable)
                    .Select(review => ToReview(review, reviewed))],
                AreReviewsAuthored = isAuthored,
            });
        }

        return evidence;
    }

    private static ReviewedResponse ToReview(GoldenVerdict review, IReadOnlyDictionary<(ConversationKey, int), bool?> reviewed) => new(
        review.BotVersion,
        review.Conversation,
        review.TurnIndex,
        review.Grade == AnnotatedGrade.Good,
        reviewed.GetValueOrDefault((review.Conversation, review.TurnIndex)),
        review.DrawProbability ?? 1);

    private static IEnumerable<GoldenVerdict> RandomReviews(RunParts parts) =>
        parts.GoldenSet?.Verdicts.Where(verdict => verdict.Sampling == GoldenSampling.Random) ?? [];
}
