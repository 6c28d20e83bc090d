using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Scoring.Kpis;
using Xunit;

namespace ConvoEval.UnitTests.Scoring.Kpis;

public sealed class KpiDictionaryLintTests
{
    private static readonly KpiDefinition Decided = TestFacts.Definition("containment", 0.02) with
    {
        Owner = "Ada",
        Target = 0.8,
        RedLine = 0.6,
        GuardKpiId = "goal_completion",
    };

    [Fact]
    public void The_default_dictionary_has_no_errors_and_lacks_only_what_a_team_decides()
    {
        var findings = KpiDictionaryLint.Check(KpiDictionary.Default);

        Assert.DoesNotContain(findings, finding => finding.IsError);
        Assert.Equal(["no_margin", "no_owner", "no_target"], findings.Select(finding => finding.Code).Distinct().Order());
    }

    [Theory]
    [InlineData("bad_margin")]
    [InlineData("bad_minimum")]
    [InlineData("out_of_range")]
    [InlineData("red_beyond_target")]
    [InlineData("unknown_guard")]
    [InlineData("unknown_kpi")]
    public void Every_mistake_is_an_error_with_a_code(string code)
    {
        var broken = code switch
        {
            "bad_margin" => Decided with { Margin = double.NaN },
            "bad_minimum" => Decided with { MinimumScored = 0 },
            "out_of_range" => Decided with { Target = 80 },
            "red_beyond_target" => Decided with { RedLine = 0.9 },
            "unknown_guard" => Decided with { GuardKpiId = "happiness" },
            _ => Decided with { Id = "happiness" },
        };

        var findings = KpiDictionaryLint.Check([broken, TestFacts.Definition("goal_completion")]);

        Assert.Contains(findings, finding => finding.Code == code && finding.IsError && finding.KpiId == broken.Id);
    }

    [Fact]
    public void More_than_eight_pinned_kpis_and_doubled_ids_are_found()
    {
        var nine = KpiDictionary.Default.Append(Decided).Select(kpi => kpi with { IsPinned = true }).ToList();

        var codes = KpiDictionaryLint.Check(nine).Select(finding => finding.Code).ToList();

        Assert.Contains("too_many_pinned", codes);
        Assert.Contains("duplicate_id", codes);
    }
}
