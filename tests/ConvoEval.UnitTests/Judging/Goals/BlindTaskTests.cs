using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using ConvoEval.Domain.Goals;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Ingestion.Reading;
using ConvoEval.Ingestion.Tau2;
using ConvoEval.Judging.Contracts;
using ConvoEval.Judging.Goals;
using ConvoEval.Statistics.JudgeCorrection;
using Xunit;

namespace ConvoEval.UnitTests.Judging.Goals;

/// <summary>
/// The rule for scripted tasks against the reward that it does not see, on seven public versions of a retail assistant (docs/benchmarks/goal-completion.md).
/// </summary>
public sealed class BlindTaskTests(ITestOutputHelper output)
{
    private const double Level = 0.95;

    [Fact]
    public async Task Expected_actions_agree_with_the_hidden_reward_on_94_percent_of_every_version()
    {
        var versions = await JudgeAllAsync();
        foreach (var (version, tasks) in versions)
        {
            var agreement = tasks.Count(task => task.IsPassed == task.IsRewarded) / (double)tasks.Count;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {version} | {tasks.Count} | {agreement:.000} |"));
            Assert.True(agreement >= 0.94, $"{version}: {agreement}");
        }
    }

    /// <summary>
    /// Half of the tasks (even FNV-1a hash of the task id) serve as gold for sensitivity and specificity, pooled over versions; the rate of each version on the other half is
    /// corrected with them. At level .95, more than one miss among seven intervals has a chance below 5 %; two are allowed, since the versions share their tasks.
    /// </summary>
    [Fact]
    public async Task Rate_corrected_with_half_of_the_tasks_holds_on_the_other_half()
    {
        var versions = await JudgeAllAsync();
        var gold = versions.Values.SelectMany(tasks => tasks).Where(task => task.IsGold).ToList();
        var calibration = JudgeCalibration.FromCounts(
            gold.Count(task => task is { IsRewarded: true, IsPassed: true }),
            gold.Count(task => task.IsRewarded),
            gold.Count(task => task is { IsRewarded: false, IsPassed: false }),
            gold.Count(task => !task.IsRewarded));
        Assert.NotNull(calibration);
        var misses = 0;
        foreach (var (version, tasks) in versions)
        {
            var live = tasks.Where(task => !task.IsGold).ToList();
            var truth = live.Count(task => task.IsRewarded) / (double)live.Count;
            var corrected = CorrectedRate.Estimate(live.Count(task => task.IsPassed), live.Count, calibration.Value, Level);
            Assert.NotNull(corrected);
            var interval = Assert.NotNull(corrected.Interval);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {version} | {live.Count} | {truth:.000} | {live.Count(task => task.IsPassed) / (double)live.Count:.000} | {corrected.Value:.000} [{interval.Low:.000}, {interval.High:.000}] |"));
            misses += interval.Contains(truth) ? 0 : 1;
        }

        Assert.True(misses <= 2, $"{misses} of {versions.Count} corrected intervals miss the reward of the other half");
    }

    private static async Task<SortedDictionary<string, List<TaskOutcome>>> JudgeAllAsync()
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("CONVOEVAL_DATA") ?? "", "tau2-retail-versions");
        Assert.SkipUnless(Directory.Exists(folder), "CONVOEVAL_DATA names no folder with tau2-retail-versions");
        var judge = new GoalCompletionJudge(
            [new GoalDefinition { Id = "task_done", Name = "Task done", Definition = "expected actions", ReachedBy = [new GoalEvidence.ExpectedActions()] }],
            new GoalJudgeOptions());
        var token = TestContext.Current.CancellationToken;
        var versions = new SortedDictionary<string, List<TaskOutcome>>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            var tasks = new List<TaskOutcome>();
            await foreach (var item in new Tau2Reader().ReadAsync(new TranscriptSource { Name = "tau2", Path = file, BotVersion = "v" }, token))
                if (item is ReadItem.Read read)
                    tasks.Add(await OutcomeAsync(judge, read.Conversation));
            versions[Path.GetFileName(file)[..^".jsonl.gz".Length]] = tasks;
        }

        return versions;
    }

    private static async Task<TaskOutcome> OutcomeAsync(GoalCompletionJudge judge, Conversation conversation)
    {
        var isRewarded = conversation.Events.Any(happened => happened is { Type: "task_reward", Amount: >= 1 });
        var blind = conversation with { Events = [.. conversation.Events.Where(happened => happened.Type != "task_reward")] };
        var verdicts = await judge.JudgeAsync(new ConversationToJudge(blind, []), TestContext.Current.CancellationToken);
        var isPassed = verdicts is [Verdict.Graded { Grade: Grade.Pass }];
        return new TaskOutcome(isRewarded, isPassed, Hash(conversation.ScenarioId ?? "") % 2 == 0);
    }

    /// <summary>FNV-1a, 64 bits.</summary>
    private static ulong Hash(string text) =>
        Encoding.UTF8.GetBytes(text).Aggregate(0xcbf29ce484222325, (hash, letter) => (hash ^ letter) * 0x100000001b3);

    private sealed record TaskOutcome(bool IsRewarded, bool IsPassed, bool IsGold);
}
