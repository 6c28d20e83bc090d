using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Verdicts;
using ConvoEval.GoldenSets.Files;
using ConvoEval.GoldenSets.Splits;
using ConvoEval.Judging.Adherence;
using ConvoEval.Judging.Contracts;
using ConvoEval.UnitTests.GoldenSets;
using Xunit;

namespace ConvoEval.UnitTests.Judging.Adherence;

/// <summary>Recomputes the table of docs/benchmarks/deterministic-judge.md; the floors lie a little below it.</summary>
public sealed class AdherenceMeasurementTests
{
    [Theory]
    [InlineData("A", 0.90, 0.72)]
    [InlineData("B", 0.72, 0.85)]
    public async Task Sensitivity_and_specificity_on_the_calibrate_split_hold(string version, double sensitivity, double specificity)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var set = (await GoldenSetReader.ReadAsync(SampleGoldenSet.HarborBank(), cancellation)).Set;
        Assert.NotNull(set);
        var splitter = new GoldenSplitter(set);
        IResponseJudge judge = new ContentAdherenceJudge(set);
        var grades = new List<(AnnotatedGrade Gold, Grade Machine)>();
        foreach (var verdict in set.Verdicts.Where(verdict => verdict.BotVersion == version && splitter.SplitOf(verdict) == GoldenSplit.Calibrate))
        {
            var response = new ResponseToJudge
            {
                Id = verdict.Id,
                Question = verdict.Question,
                Response = verdict.Response,
                Context = verdict.Context,
                TurnIndex = verdict.TurnIndex,
                Day = verdict.Day,
            };
            if (await judge.JudgeAsync(response, cancellation) is Verdict.Graded graded)
                grades.Add((verdict.Grade, graded.Grade));
        }

        double Share(AnnotatedGrade gold, Grade machine) => grades.Count(pair => pair == (gold, machine)) / (double)grades.Count(pair => pair.Gold == gold);
        Assert.InRange(Share(AnnotatedGrade.Good, Grade.NotContradicted), sensitivity, 1);
        Assert.InRange(Share(AnnotatedGrade.Bad, Grade.Contradicted), specificity, 1);
    }

    [Fact]
    public async Task No_approved_answer_is_contradicted_by_its_own_item()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var set = (await GoldenSetReader.ReadAsync(SampleGoldenSet.HarborBank(), cancellation)).Set;
        Assert.NotNull(set);
        IResponseJudge judge = new ContentAdherenceJudge(set);
        foreach (var item in set.Items)
        {
            foreach (var answer in item.Answers)
            {
                var verdict = await judge.JudgeAsync(
                    new ResponseToJudge { Id = item.Id, Question = item.Question, Response = answer, Context = item.Question, Day = item.ValidFrom }, cancellation);
                Assert.Equal((item.Id, Grade.NotContradicted), (verdict.SubjectId, Assert.IsType<Verdict.Graded>(verdict).Grade));
            }
        }
    }
}
