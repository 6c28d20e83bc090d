using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.Scoring.Kpis;

namespace ConvoEval.Pipeline.Runs;

/// <summary>What is known of the judge of content adherence, for the calculators.</summary>
internal static class AdherenceInputs
{
    /// <summary>One entry per version; empty when nothing judges content adherence.</summary>
    public static IReadOnlyList<AdherenceEvidence> Of(
        RunParts parts,
        IReadOnlyList<JudgeLicence> licences,
        AdherenceFrame frame,
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
                Responses = frame.ResponsesOf(version),
                Reviews = [.. frame.Reviews.Where(review => review.BotVersion == version)],
                AreReviewsAuthored = isAuthored,
            });
        }

        return evidence;
    }
}
