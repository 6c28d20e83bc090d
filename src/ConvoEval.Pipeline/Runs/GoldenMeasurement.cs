using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Licences;
using ConvoEval.Judging.Contracts;

namespace ConvoEval.Pipeline.Runs;

/// <summary>Lets the judge of content adherence judge the golden responses, as it judges live ones, and asks the golden set for its licences.</summary>
public static class GoldenMeasurement
{
    /// <summary>Licences on the calibrate split, by version and for all together; empty without golden set or judge.</summary>
    public static async Task<IReadOnlyList<JudgeLicence>> MeasureAsync(RunParts parts, CancellationToken cancellationToken)
    {
        if (parts.GoldenSet is not { } golden || parts.ResponseJudge is not { } judge)
            return [];
        return (await MeasureAsync(golden, judge, GoldenSplit.Calibrate, cancellationToken).ConfigureAwait(false)).Licences;
    }

    /// <summary>What the golden set says of a judge on one split.</summary>
    public static async Task<MeasuredJudge> MeasureAsync(
        GoldenSet golden, IResponseJudge judge, GoldenSplit split, CancellationToken cancellationToken)
    {
        var outcomes = new Dictionary<string, MachineOutcome>(StringComparer.Ordinal);
        foreach (var verdict in golden.Verdicts)
        {
            var said = await judge.JudgeAsync(
                new ResponseToJudge
                {
                    Id = verdict.Id,
                    Question = verdict.Question,
                    Response = verdict.Response,
                    Context = verdict.Context,
                    TurnIndex = verdict.TurnIndex,
                    Day = verdict.Day,
                },
                cancellationToken).ConfigureAwait(false);
            outcomes[verdict.Id] = JudgeOutcomes.Of(said);
        }

        var all = new JudgeOutcomes { Judge = judge.Digest, Criterion = judge.Criterion, ByVerdict = outcomes };
        return JudgeMeasurement.Measure(golden, split, all, [], new LicenceOptions());
    }
}
