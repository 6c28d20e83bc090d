using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.EndToEndTests.Workspaces;
using ConvoEval.Pipeline.Faults;
using ConvoEval.Storage;
using ConvoEval.Testing.Processes;
using Xunit;

namespace ConvoEval.EndToEndTests.Faults;

/// <summary>
/// A run that is killed and started again ends with the report of a run that nothing disturbed, works on no committed batch again, and on no
/// more batches than were in the works (one, in this workspace).
/// </summary>
public sealed class KilledRunTests(UndisturbedRun undisturbed) : IClassFixture<UndisturbedRun>
{
    private const int Seed = 20260301;
    private const int RandomKills = 50;

    public static TheoryData<string> Points => [.. FaultPoints.All];

    [Fact]
    public void Undisturbed_run_passes_every_fault_point()
    {
        var expected = NightWorkspace.Model is null ? FaultPoints.All.Where(name => !IsOfModel(name)) : FaultPoints.All;
        Assert.Empty(expected.Except(undisturbed.Passed));
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Kill_at_a_fault_point_changes_no_byte_of_the_report(string point)
    {
        Assert.SkipWhen(NightWorkspace.Model is null && IsOfModel(point), "models/harbor-bank is not in this source tree");
        using var folder = Copy();
        var run = new KilledRun(folder.Path);
        var killed = await run.RunAsync(point);
        Assert.True(killed.ExitCode == KilledRun.Killed, $"{point} was not passed: {killed}");
        await AssertGoesOnAsync(run, folder, mayRepeat: 1);
    }

    [Fact]
    public async Task Fifty_kills_at_random_points_between_the_first_and_the_last_commit_change_no_byte()
    {
        var first = IndexOf(undisturbed.Passed, StoreFaultPoints.BatchAfterCommit);
        var last = LastIndexOf(undisturbed.Passed, StoreFaultPoints.BatchBeforeCommit);
        var random = new Random(Seed);
        var draws = Enumerable.Range(0, RandomKills).Select(_ => random.Next(first + 1, last + 2)).ToList();
        await EachAsync(draws, async passing =>
        {
            using var folder = Copy();
            var run = new KilledRun(folder.Path);
            var killed = await run.RunAsync(string.Create(CultureInfo.InvariantCulture, $"*:{passing}"));
            Assert.True(killed.ExitCode == KilledRun.Killed, $"seed {Seed}, passing {passing}: {killed}");
            await AssertGoesOnAsync(run, folder, mayRepeat: 1);
        });
    }

    [Fact]
    public async Task Fifty_kills_at_random_times_between_the_first_and_the_last_commit_change_no_byte()
    {
        var landed = 0;
        var random = new Random(Seed);
        var draws = Enumerable.Range(0, RandomKills).Select(_ => random.NextDouble()).ToList();
        await EachAsync(draws, async share =>
        {
            // A process that was quicker than the draw is no kill: it is drawn again, nearer to its first commit.
            for (var delay = undisturbed.CommitSpan * share; ; delay *= 0.7)
            {
                using var folder = Copy();
                var run = new KilledRun(folder.Path);
                var isKilled = await run.KillAfterAsync(delay);
                if (!isKilled || run.Passed.Count(name => name == StoreFaultPoints.BatchAfterCommit) >= undisturbed.Batches)
                    continue;
                await AssertGoesOnAsync(run, folder, mayRepeat: 1);
                Interlocked.Increment(ref landed);
                return;
            }
        });
        Assert.Equal(RandomKills, landed);
    }

    [Fact]
    public async Task Run_that_is_killed_again_and_again_ends_with_the_same_report()
    {
        using var folder = Copy();
        var run = new KilledRun(folder.Path);
        var kills = 0;
        // Every process gets two batches further, so this many starts are more than enough.
        for (; kills < undisturbed.Batches; kills++)
        {
            if ((await run.RunAsync(StoreFaultPoints.BatchAfterCommit + ":2")).ExitCode != KilledRun.Killed)
                break;
        }

        Assert.InRange(kills, 3, undisturbed.Batches - 1);
        await AssertGoesOnAsync(run, folder, mayRepeat: kills);
    }

    private async Task AssertGoesOnAsync(KilledRun run, TemporaryFolder folder, int mayRepeat)
    {
        var resumed = await run.RunAsync(fault: null);
        Assert.True(resumed.ExitCode == 0, resumed.ToString());
        ConvoEvalProgram.AssertSameBytes(undisturbed.Report, ConvoEvalProgram.ReportOf(folder.Path));
        AssertRepeats(run.Passed, StoreFaultPoints.BatchAfterCommit, 0);
        AssertRepeats(run.Passed, FaultPoints.JudgeBeforeCall, mayRepeat);
        AssertRepeats(run.Passed, FaultPoints.ModelBeforeCall, mayRepeat);
        AssertRepeats(run.Passed, FaultPoints.ModelAfterCall, mayRepeat);
    }

    private void AssertRepeats(IReadOnlyList<string> passed, string point, int atMost)
    {
        var repeats = passed.Count(name => name == point) - undisturbed.Passed.Count(name => name == point);
        Assert.True(repeats <= atMost, $"{point} was passed {repeats} times more than in a run without a kill; at most {atMost} are fine");
    }

    private TemporaryFolder Copy()
    {
        var folder = new TemporaryFolder();
        folder.CopyFrom(undisturbed.Workspace);
        System.IO.File.Delete(folder.Inside("faults.log"));
        return folder;
    }

    /// <summary>Two at a time, as many as the smallest machine has processors.</summary>
    private static Task EachAsync<T>(IEnumerable<T> draws, Func<T, Task> trial) => Parallel.ForEachAsync(
        draws,
        new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken },
        async (draw, _) => await trial(draw));

    private static bool IsOfModel(string point) => point is FaultPoints.ModelBeforeCall or FaultPoints.ModelAfterCall;

    private static int IndexOf(IReadOnlyList<string> names, string name) => names.ToList().IndexOf(name);

    private static int LastIndexOf(IReadOnlyList<string> names, string name) => names.ToList().LastIndexOf(name);
}
