using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace ConvoEval.EndToEndTests.Samples;

/// <summary>
/// Seven versions of a retail assistant on the same 114 tasks (github.com/codesque16/tau2-bench at c9e1346, MIT). Published figures: the table of
/// the data set's SOURCE.md; pass rates also the author's own counts.
/// </summary>
public sealed class RetailVersionsTests(RetailVersions retail) : IClassFixture<RetailVersions>
{
    private const int Tasks = 114;
    private const string Strong = "gemini-3-flash_base";
    private const string Weak = "gpt-5-nano_base";
    private const string Paused = "gpt-4.1-mini_base";

    /// <summary>Version, passed tasks, mean duration in seconds (rounded), mean agent cost in USD over all 114 tasks (4 decimals).</summary>
    public static TheoryData<string, int, int, double> Published => new()
    {
        { Strong, 89, 38, 0.0232 },
        { Paused, 66, 27, 0.0136 },
        { "gpt-4.1-mini_mermaid_harness_v1", 68, 38, 0.0174 },
        { "gpt-4.1-mini_policy_v1", 63, 30, 0.0138 },
        { "gpt-4.1-mini_policy_v2", 73, 33, 0.0137 },
        { "gpt-4.1-mini_run_2026-02-21T14", 67, 30, 0.0129 },
        { Weak, 38, 65, 0.0033 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Figures_are_those_published(string version, int passed, int duration, double cost)
    {
        SkipWithoutData();
        var goals = Estimate("goal_completion", version);
        Assert.Equal(passed, goals.GetProperty("numerator").GetDouble());
        Assert.Equal(Tasks, goals.GetProperty("denominator").GetDouble());

        // Four tasks of one version broke down before they cost anything: the published mean counts them as free, ours leaves them out.
        var costs = Estimate("cost_per_conversation", version);
        Assert.Equal(version == Strong ? 4 : 0, costs.GetProperty("unscored").GetInt32());
        Assert.Equal(cost, Math.Round(costs.GetProperty("numerator").GetDouble() / Tasks, 4));

        // The run of one version stood still twice (13:42 to 13:58 and 13:59 to 14:03), with three conversations open each time. The published mean
        // is of working time; ours is of the time that passed: (26.9 x 114 + 3,519 s in those six) / 114 = 57.8 s.
        var time = Estimate("handling_time", version).GetProperty("value").GetDouble();
        Assert.Equal(version == Paused ? 58 : duration, Math.Round(time));
    }

    [Fact]
    public void Of_the_21_pairs_exactly_the_11_with_a_much_stronger_or_weaker_model_are_decided()
    {
        SkipWithoutData();
        var decided = new List<string>();
        var pairs = 0;
        foreach (var one in retail.Summary.GetProperty("comparisons").EnumerateArray())
        {
            if (one.GetProperty("kpi").GetString() != "goal_completion")
                continue;
            pairs++;
            var (from, to, verdict) = (Text(one, "from"), Text(one, "to"), Text(one, "verdict"));
            var expected = to == Strong || from == Weak ? "better" : to == Weak || from == Strong ? "worse" : null;
            if (expected is not null)
                Assert.Equal((from, to, expected), (from, to, verdict));
            else
                Assert.False(verdict is "better" or "worse", $"{from} → {to}: {verdict}");
            if (verdict is "better" or "worse")
                decided.Add($"{from} {to}");
        }

        Assert.Equal(21, pairs);
        Assert.Equal(11, decided.Count);
    }

    [Theory]
    [MemberData(nameof(Published))]
    public void Goals_judged_without_the_reward_agree_with_it(string version, int passed, int duration, double cost)
    {
        SkipWithoutData();
        var pairs = retail.WithReward.Where(entry => entry.Value.BotVersion == version)
            .Select(entry => (Truth: entry.Value.GoalsReached > 0, Judged: retail.Blind[entry.Key].GoalsReached > 0)).ToList();
        Assert.Equal(Tasks, pairs.Count);
        Assert.Equal(passed, pairs.Count(pair => pair.Truth));
        var agreement = pairs.Count(pair => pair.Truth == pair.Judged) / (double)Tasks;
        // Asked of the judge of expected actions on every version.
        Assert.True(agreement >= 0.94, $"{version} ({duration} s, {cost} USD): agreement {agreement:0.000}");
    }

    private JsonElement Estimate(string kpi, string version) => retail.Summary.GetProperty("kpis").EnumerateArray().Single(
        one => Text(one, "id") == kpi && Text(one, "version") == version && one.GetProperty("segment").ValueKind == JsonValueKind.Null);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static void SkipWithoutData() =>
        Assert.SkipWhen(Repository.Data is null, "CONVOEVAL_DATA is not set: the public conversations are not at hand");
}
