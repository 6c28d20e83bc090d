using System;
using System.IO;
using System.Linq;
using Xunit;

namespace ConvoEval.EndToEndTests.Samples;

/// <summary>What the writers of the sample put into it (samples/harbor-bank/README.md) comes out of it.</summary>
[Collection(SampleCollection.Name)]
public sealed class HarborBankTests(HarborBankRun sample)
{
    [Theory]
    [InlineData("fallback", "better")]
    [InlineData("containment", "better")]
    [InlineData("first_response_time", "better")]
    [InlineData("goal_completion", "worse")]
    public void Newer_version_differs_as_the_writers_made_it(string kpi, string verdict) => Assert.Equal(verdict, Verdict(kpi));

    [Fact]
    public void Content_adherence_is_never_decided_by_a_judge_that_is_not_licensed_for_both_versions() =>
        Assert.DoesNotContain(Verdict("content_adherence"), new[] { "better", "worse", "no_worse" });

    [Fact]
    public void Gate_does_not_ship_the_newer_version() =>
        Assert.Equal("do_not_ship", sample.Summary.GetProperty("gate").GetProperty("outcome").GetString());

    [Fact]
    public void Coverage_adds_up_to_all_that_was_up_for_judging()
    {
        var lines = sample.Summary.GetProperty("coverage").EnumerateArray().ToList();
        Assert.NotEmpty(lines);
        string[] parts = ["scored", "abstained", "notApplicable", "unparsable", "skippedByBudget", "errored"];
        foreach (var line in lines)
            Assert.Equal(line.GetProperty("total").GetInt64(), parts.Sum(part => line.GetProperty(part).GetInt64()));
    }

    [Fact]
    public void Committed_report_is_what_the_program_writes()
    {
        var committed = Repository.PathOf("eval-reports/sample-harbor-bank");
        Assert.SkipUnless(Directory.Exists(committed), "eval-reports/sample-harbor-bank is not in this source tree");
        ConvoEvalProgram.AssertSameBytes(committed, sample.Report);
    }

    private string? Verdict(string kpi)
    {
        foreach (var one in sample.Summary.GetProperty("comparisons").EnumerateArray())
        {
            if (one.GetProperty("kpi").GetString() == kpi && one.GetProperty("from").GetString() == "A" && one.GetProperty("to").GetString() == "B")
                return one.GetProperty("verdict").GetString();
        }

        throw new InvalidOperationException($"no comparison of {kpi} from A to B");
    }
}
