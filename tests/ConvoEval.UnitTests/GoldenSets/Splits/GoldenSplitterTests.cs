using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Files;
using ConvoEval.GoldenSets.Splits;
using Xunit;

namespace ConvoEval.UnitTests.GoldenSets.Splits;

public sealed class GoldenSplitterTests
{
    [Theory]
    // python3: int.from_bytes(hashlib.sha256(b"harbor-bank/1\n" + key).digest()[:4], "big") % 100
    [InlineData("How do I close my account?", 70)]
    [InlineData("my mother DIED -- what happens to her account", 8)]
    public void The_bucket_of_a_question_is_the_one_of_the_reference(string question, int bucket)
    {
        Assert.Equal(GoldenSplit.Calibrate, GoldenSplitter.OfQuestion(new GoldenSplitRule("harbor-bank/1", bucket), question));
        Assert.Equal(GoldenSplit.Tune, GoldenSplitter.OfQuestion(new GoldenSplitRule("harbor-bank/1", bucket + 1), question));
    }

    [Fact]
    public async Task The_shipped_set_is_dealt_out_as_its_reference_says()
    {
        var set = (await GoldenSetReader.ReadAsync(SampleGoldenSet.HarborBank(), TestContext.Current.CancellationToken)).Required();
        var splitter = new GoldenSplitter(set);
        // Counted by an independent script over items.jsonl and verdicts.jsonl.
        Assert.Equal(18, set.Items.Count(item => splitter.SplitOf(item.Id) == GoldenSplit.Tune));
        var curated = set.Verdicts.Where(verdict => verdict.Sampling == GoldenSampling.Curated && splitter.SplitOf(verdict) == GoldenSplit.Calibrate);
        Assert.Equal(
            [("A", 129, 50), ("B", 118, 61)],
            curated.GroupBy(verdict => verdict.BotVersion).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
                (group.Key, group.Count(verdict => verdict.Grade == AnnotatedGrade.Good), group.Count(verdict => verdict.Grade == AnnotatedGrade.Bad))));
    }

    [Fact]
    public void Siblings_with_the_same_question_stay_together_however_it_is_written()
    {
        for (var i = 0; i < 200; i++)
        {
            var set = SampleGoldenSet.Create() with { Split = new GoldenSplitRule($"salt {i}", 50) };
            var items = set.Items.ToList();
            items[1] = items[1] with { Question = "  WHEN are you open -- on saturday" };
            var splitter = new GoldenSplitter(set with { Items = items });
            Assert.Equal(splitter.SplitOf("hours.saturday.v1"), splitter.SplitOf("hours.saturday.v2"));
        }
    }

    [Fact]
    public void Adding_items_moves_none_and_the_order_of_items_does_not_matter()
    {
        var rule = new GoldenSplitRule("s", 40);
        var items = Enumerable.Range(0, 300).Select(i => SampleGoldenSet.Item($"i.{i}", $"Question number {i}?", "Yes.")).ToList();
        var set = SampleGoldenSet.Create() with { Split = rule, Verdicts = [] };
        var few = new GoldenSplitter(set with { Items = items[..100] });
        var all = new GoldenSplitter(set with { Items = [.. items.AsEnumerable().Reverse()] });
        Assert.All(items[..100], item => Assert.Equal(few.SplitOf(item.Id), all.SplitOf(item.Id)));
    }

    [Fact]
    public void The_share_for_tuning_is_about_what_was_asked_for()
    {
        // 20,000 questions at 20 %: 4,000 ± 5 standard deviations of a binomial (57).
        var rule = new GoldenSplitRule("share", 20);
        var tune = Enumerable.Range(0, 20_000).Count(i => GoldenSplitter.OfQuestion(rule, $"question {i}") == GoldenSplit.Tune);
        Assert.InRange(tune, 3_717, 4_283);
    }

    [Fact]
    public void A_verdict_goes_with_its_item_and_one_without_by_its_question()
    {
        var set = SampleGoldenSet.Create() with { Split = new GoldenSplitRule("s", 50) };
        var splitter = new GoldenSplitter(set);
        Assert.All(set.Verdicts, verdict => Assert.Equal(
            verdict.ItemId is { } item ? splitter.SplitOf(item) : GoldenSplitter.OfQuestion(new GoldenSplitRule("s", 50), verdict.Question),
            splitter.SplitOf(verdict)));
    }

    [Fact]
    public void Questions_in_another_script_do_not_all_fall_together()
    {
        var rule = new GoldenSplitRule("s", 50);
        var splits = new HashSet<GoldenSplit>("営業時間は何時ですか 料金はいくらですか いつ届きますか 解約したい 住所変更 限度額".Split(' ')
            .Select(question => GoldenSplitter.OfQuestion(rule, question)));
        Assert.Equal(2, splits.Count);
    }

    [Fact]
    public void An_unknown_item_and_a_set_without_a_rule_are_refused()
    {
        var set = SampleGoldenSet.Create();
        Assert.Throws<ArgumentException>(() => new GoldenSplitter(set).SplitOf("none"));
        Assert.Throws<ArgumentException>(() => new GoldenSplitter(set with { Split = null }));
    }
}
