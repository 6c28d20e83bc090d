using System.Linq;
using System.Text.Json;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Differences;
using Xunit;

namespace ConvoEval.UnitTests.GoldenSets.Differences;

public sealed class GoldenSetDiffTests
{
    private static readonly GoldenSplitRule AllCalibrate = new("s", 0);

    private static GoldenSet One => SampleGoldenSet.Create() with { Split = AllCalibrate };

    private static GoldenSet Two => One with { Version = "2" };

    [Fact]
    public void Equal_content_under_a_new_version_is_no_difference_and_costs_no_licence()
    {
        var difference = GoldenSetDiff.Between(One, Two);
        Assert.True(difference.IsEmpty);
        Assert.False(difference.IsEditedVersion);
        Assert.Equal(["A", null], difference.Licences.Select(impact => impact.BotVersion));
        Assert.All(difference.Licences, impact => Assert.False(impact.IsInvalid));
    }

    [Fact]
    public void Added_removed_and_changed_are_told_with_the_fields_that_differ()
    {
        var to = Two with
        {
            Items = [One.Items[0] with { ValidTo = One.Items[0].ValidTo?.AddDays(-1), Answers = ["Other."] }, One.Items[1], SampleGoldenSet.Item("x", "New?", "Yes.")],
            Verdicts = [.. One.Verdicts.Skip(1).Select(verdict => verdict.Id == "A-2" ? verdict with { Grade = AnnotatedGrade.Good } : verdict)],
        };
        var difference = GoldenSetDiff.Between(One, to);
        Assert.Equal(
            [(GoldenChangeKind.Changed, "hours.saturday.v1", "answers validTo"), (GoldenChangeKind.Removed, "price.coffee", ""), (GoldenChangeKind.Added, "x", "")],
            difference.Items.Select(change => (change.Kind, change.Id, string.Join(' ', change.Fields))));
        Assert.Equal(
            [(GoldenChangeKind.Removed, "A-1", ""), (GoldenChangeKind.Changed, "A-2", "grade")],
            difference.Verdicts.Select(change => (change.Kind, change.Id, string.Join(' ', change.Fields))));
    }

    [Fact]
    public void A_changed_grade_costs_the_licences_of_its_version_and_of_all_together()
    {
        var before = One with { Verdicts = [.. SampleGoldenSet.Verdicts("A", 2, 2), .. SampleGoldenSet.Verdicts("B", 2, 2)] };
        var to = before with { Version = "2", Verdicts = [.. before.Verdicts.Select(verdict => verdict.Id == "B-0003" ? verdict with { Grade = AnnotatedGrade.Good } : verdict)] };
        Assert.Equal(
            [("A", false, 0), ("B", true, 1), (null, true, 1)],
            GoldenSetDiff.Between(before, to).Licences.Select(impact => (impact.BotVersion, impact.IsInvalid, impact.ChangedVerdicts)));
    }

    [Fact]
    public void A_changed_item_costs_all_licences_and_says_how_many_verdicts_belong_to_it()
    {
        var to = Two with { Items = [One.Items[0], One.Items[1], One.Items[2] with { Answers = ["EUR 4"] }] };
        var impact = GoldenSetDiff.Between(One, to).Licences[^1];
        Assert.Equal((true, 0, 2), (impact.IsInvalid, impact.ChangedVerdicts, impact.VerdictsOfChangedItems));
    }

    [Fact]
    public void New_random_reviews_reasons_and_kinds_cost_no_licence()
    {
        var to = Two with
        {
            Verdicts =
            [
                .. One.Verdicts.Select(verdict => verdict.Id == "A-2" ? verdict with { Reason = "why", BadKind = "off" } : verdict),
                One.Verdicts[3] with { Id = "A-5", TurnIndex = 3 },
            ],
        };
        var difference = GoldenSetDiff.Between(One, to);
        Assert.Equal(2, difference.Verdicts.Count);
        Assert.All(difference.Licences, impact => Assert.False(impact.IsInvalid));
    }

    [Fact]
    public void Verdicts_of_the_tune_split_cost_no_licence()
    {
        // The question of price.coffee falls to tune at this salt and share; looked up by the splitter itself.
        var rule = Enumerable.Range(0, 100).Select(i => new GoldenSplitRule($"salt {i}", 50))
            .First(rule => ConvoEval.GoldenSets.Splits.GoldenSplitter.OfQuestion(rule, "What is a coffee?") == GoldenSplit.Tune);
        var before = One with { Split = rule };
        var to = before with { Version = "2", Verdicts = [.. before.Verdicts.Skip(1)] };
        Assert.All(GoldenSetDiff.Between(before, to).Licences, impact => Assert.False(impact.IsInvalid));
    }

    [Fact]
    public void Another_split_rule_costs_all_licences_and_names_the_items_that_moved()
    {
        var difference = GoldenSetDiff.Between(One, Two with { Split = new GoldenSplitRule("s", 99) });
        Assert.Equal(["hours.saturday.v1", "hours.saturday.v2", "price.coffee"], difference.MovedItems);
        Assert.All(difference.Licences, impact => Assert.True(impact.IsInvalid));
    }

    [Fact]
    public void Content_that_changed_under_the_same_version_is_said_so()
    {
        var difference = GoldenSetDiff.Between(One, One with { Verdicts = [] });
        Assert.True(difference.IsEditedVersion);
        Assert.Contains("a version is never edited", GoldenDifferenceText.Write(difference));
    }

    [Fact]
    public void Text_and_json_say_the_same_thing_every_time()
    {
        var to = Two with { Items = [One.Items[0], One.Items[1], One.Items[2] with { Answers = ["EUR 4"] }], Verdicts = [.. One.Verdicts.Skip(1)] };
        var difference = GoldenSetDiff.Between(One, to);
        Assert.Equal(
            """
            kiosk 1 → kiosk 2
            1 items changed:
              price.coffee (answers)
            1 verdicts removed:
              A-1
            Licences of version A: to be measured again. 1 of the verdicts it is measured on changed, and 1 more belong to items that changed.
            Licences of all versions: to be measured again. 1 of the verdicts it is measured on changed, and 1 more belong to items that changed.

            """,
            GoldenDifferenceText.Write(difference));
        using var json = JsonDocument.Parse(GoldenDifferenceJson.Write(difference));
        Assert.Equal("price.coffee", json.RootElement.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("licences")[1].GetProperty("version").ValueKind);
        Assert.Equal(GoldenDifferenceJson.Write(difference), GoldenDifferenceJson.Write(GoldenSetDiff.Between(One, to)));
    }
}
