using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Checks;
using ConvoEval.GoldenSets.Files;
using ConvoEval.GoldenSets.Findings;
using Xunit;

namespace ConvoEval.UnitTests.GoldenSets.Checks;

public sealed class GoldenSetCheckerTests
{
    private static readonly GoldenCheckOptions Options = new() { Today = new DateOnly(2026, 3, 10) };

    [Theory]
    [InlineData(29, "too_few_to_license")]
    [InlineData(30, "too_few_to_report")]
    [InlineData(49, "too_few_to_report")]
    [InlineData(50, "too_few_to_gate")]
    [InlineData(99, "too_few_to_gate")]
    [InlineData(100, null)]
    public void Few_bad_responses_of_a_version_are_told_by_what_they_forbid(int bad, string? code)
    {
        var set = Base() with { Split = new GoldenSplitRule("s", 0), Verdicts = [.. SampleGoldenSet.Verdicts("A", 100, bad)] };
        var found = Codes(set).Where(finding => finding.Code.StartsWith("too_few", StringComparison.Ordinal)).ToList();
        Assert.Equal(code is null ? [] : [code], found.Select(finding => finding.Code));
    }

    [Fact]
    public void Every_version_and_split_is_counted_zeros_included()
    {
        var set = Base() with { Split = new GoldenSplitRule("s", 0), Verdicts = [.. SampleGoldenSet.Verdicts("B", 3, 2), .. SampleGoldenSet.Verdicts("A", 1, 0)] };
        var check = GoldenSetChecker.Check(set, Options);
        Assert.Equal(24, check.Counts.Count);
        Assert.Equal(6, check.Counts.Sum(count => count.Verdicts));
        Assert.Equal(2, check.Counts.Single(count => count is
            { BotVersion: "B", Split: GoldenSplit.Calibrate, Sampling: GoldenSampling.Curated, Grade: AnnotatedGrade.Bad }).Verdicts);
    }

    [Theory]
    [InlineData("It costs EUR 6.")]
    [InlineData("It is not free.")]
    [InlineData("That can't be changed.")]
    [InlineData("Come on Saturday.")]
    [InlineData("It takes two weeks.")]
    public void Bad_responses_that_a_rule_can_hold_on_to_make_the_set_too_easy(string response)
    {
        var set = Base() with { Verdicts = [SampleGoldenSet.Verdict("A-1", "c", "price.coffee", AnnotatedGrade.Bad) with { Response = response }] };
        Assert.Contains("too_easy", Codes(set).Select(finding => finding.Code));
        Assert.Equal(0, GoldenSetChecker.Check(set, Options).CuelessBadShare);
    }

    [Fact]
    public void A_bad_response_without_number_date_or_negation_is_a_hard_one()
    {
        var set = Base() with { Verdicts = [SampleGoldenSet.Verdict("A-1", "c", "price.coffee", AnnotatedGrade.Bad) with { Response = "Just ask the barista for the bill." }] };
        Assert.DoesNotContain("too_easy", Codes(set).Select(finding => finding.Code));
        Assert.Equal(1, GoldenSetChecker.Check(set, Options).CuelessBadShare);
    }

    [Fact]
    public void Items_that_nobody_judged_or_that_are_out_of_date_are_noted()
    {
        var found = Codes(Base() with { Items = [.. Base().Items.SkipLast(1), SampleGoldenSet.Item("price.tea", "Tea?", "EUR 2.", from: "2027-01-01")] });
        Assert.Contains(("expired", "hours.saturday.v1", 1), found);
        Assert.Contains(("not_yet_valid", "price.tea", 3), found);
        Assert.Contains(("item_without_verdict", "price.tea", 3), found);
        Assert.DoesNotContain(found, finding => finding.Subject == "hours.saturday.v2");
    }

    [Theory]
    [InlineData("A coffee costs EUR 3", null)]
    [InlineData("The price of a coffee is three euro", null)]
    [InlineData("A coffee costs EUR 4", "number_not_in_answer")]
    [InlineData("Milk and sugar are included", "fact_not_in_answer")]
    public void A_required_fact_has_to_stand_in_an_approved_answer(string fact, string? code)
    {
        var found = Codes(WithStatements(required: [fact])).Select(finding => finding.Code);
        Assert.Equal(code, found.SingleOrDefault(found => found.EndsWith("_not_in_answer", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("coffee costs EUR 3", true)]
    [InlineData("costs EUR", true)]
    [InlineData("coffee costs EUR 4", false)]
    public void An_approved_answer_must_not_say_what_is_forbidden(string forbidden, bool isSaid)
    {
        var set = WithStatements(forbidden: [forbidden]);
        Assert.Equal(isSaid, Codes(set).Any(finding => finding.Code == "answer_says_forbidden"));
    }

    [Fact]
    public void An_answer_that_negates_what_is_forbidden_does_not_say_it()
    {
        var set = WithStatements(forbidden: ["charge for milk"]);
        set = set with { Items = [.. set.Items.SkipLast(1), set.Items[^1] with { Answers = ["We never charge for milk."] }] };
        Assert.DoesNotContain(Codes(set), finding => finding.Code == "answer_says_forbidden");
    }

    [Fact]
    public void A_statement_cannot_be_required_and_forbidden()
    {
        Assert.Contains(Codes(WithStatements(["Coffee costs EUR 3"], ["coffee costs eur 3!"])), finding => finding.Code == "required_and_forbidden");
    }

    [Fact]
    public void Variants_that_are_nearly_the_same_are_warned_of()
    {
        var found = Codes(WithVariants("how much is a large coffee", "how much is a  large coffee?", "is it dear"));
        Assert.Single(found, finding => finding is { Code: "near_duplicate_variant", Line: 3 });
    }

    [Fact]
    public void A_variant_that_two_valid_items_share_is_warned_of_but_not_between_dated_versions()
    {
        var set = WithVariants("open on saturday are you when");
        Assert.Contains(Codes(set), finding => finding.Code is "variant_of_two_items" or "variant_across_splits" && finding.Subject == "price.coffee");
        Assert.DoesNotContain(Codes(Base()), finding => finding.Code.StartsWith("variant", StringComparison.Ordinal));
    }

    [Fact]
    public void A_variant_shared_across_the_splits_is_a_leak()
    {
        var rules = Enumerable.Range(0, 100).Select(i => new GoldenSplitRule($"salt {i}", 50));
        var codes = rules.Select(rule => Codes(WithVariants("open on saturday are you when") with { Split = rule })
            .Single(finding => finding.Code.StartsWith("variant", StringComparison.Ordinal)).Code).ToHashSet();
        Assert.Equal(["variant_across_splits", "variant_of_two_items"], codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Responses_in_the_same_words_are_warned_of_because_they_narrow_intervals()
    {
        var set = Base() with { Verdicts = [.. SampleGoldenSet.Verdicts("A", 10, 10).Select(verdict => verdict with { Response = "The same." })] };
        Assert.Contains(Codes(set), finding => finding is { Code: "repeated_responses", Subject: "A" });
    }

    [Fact]
    public void Annotators_who_differ_are_warned_of()
    {
        var set = Base();
        set = set with { Verdicts = [.. set.Verdicts, set.Verdicts[0] with { Id = "A-9", Annotator = "bob", Grade = AnnotatedGrade.Bad }] };
        var finding = GoldenSetChecker.Check(set, Options).Findings.Single(finding => finding.Code == "annotators_differ");
        Assert.StartsWith("1 of 1", finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shipped_set_is_fit_to_license_a_judge_on_each_version()
    {
        var set = (await GoldenSetReader.ReadAsync(SampleGoldenSet.HarborBank(), TestContext.Current.CancellationToken)).Required();
        var check = GoldenSetChecker.Check(set, Options);
        Assert.DoesNotContain(check.Findings, finding => finding.Severity == GoldenSeverity.Error);
        // Two versions with 50 and 61 bad responses to measure on are enough to report, and too few to gate a release by.
        Assert.Equal(
            [("too_few_to_gate", "A"), ("too_few_to_gate", "B")],
            check.Findings.Where(finding => finding.File == "verdicts.jsonl").Select(finding => (finding.Code, finding.Subject)));
        Assert.DoesNotContain(check.Findings, finding => finding.Severity == GoldenSeverity.Warning);
    }

    [Fact]
    public void A_broken_draft_can_be_checked_as_well()
    {
        var set = Base();
        var broken = set with { Split = null, Items = [.. set.Items, set.Items[0] with { Answers = [], Question = "" }], Verdicts = [.. set.Verdicts, set.Verdicts[0]] };
        Assert.Empty(GoldenSetChecker.Check(broken, Options).Counts);
        Assert.Null(GoldenSetChecker.Check(set with { Items = [], Verdicts = [] }, Options).CuelessBadShare);
    }

    private static GoldenSet Base() => SampleGoldenSet.Create();

    private static GoldenSet WithStatements(IReadOnlyList<string>? required = null, IReadOnlyList<string>? forbidden = null)
    {
        var set = Base();
        return set with
        {
            Items = [.. set.Items.SkipLast(1), set.Items[^1] with
            {
                Required = [.. (required ?? []).Select((text, i) => new GoldenStatement { Id = $"r{i}", Text = text })],
                Forbidden = [.. (forbidden ?? []).Select((text, i) => new GoldenStatement { Id = $"f{i}", Text = text })],
            }],
        };
    }

    private static GoldenSet WithVariants(params string[] variants)
    {
        var set = Base();
        return set with { Items = [.. set.Items.SkipLast(1), set.Items[^1] with { Variants = variants }] };
    }

    private static List<(string Code, string? Subject, int Line)> Codes(GoldenSet set) =>
        [.. GoldenSetChecker.Check(set, Options).Findings.Select(finding => (finding.Code, finding.Subject, finding.Line))];
}
