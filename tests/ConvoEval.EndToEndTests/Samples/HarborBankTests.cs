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

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    public void Licence_of_the_judge_of_content_adherence_stands_beside_its_kpi(string version)
    {
        var licence = sample.Summary.GetProperty("licences").EnumerateArray().Single(one => one.GetProperty("version").GetString() == version);
        Assert.Equal("content_adherence", licence.GetProperty("criterion").GetString());
        var estimate = sample.Summary.GetProperty("kpis").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "content_adherence"
            && one.GetProperty("version").GetString() == version && one.GetProperty("segment").GetString() is null);
        Assert.Equal(licence.GetProperty("judge").GetString(), estimate.GetProperty("judge").GetString());
    }

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
