using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Storage;
using ConvoEval.Testing.Processes;
using Xunit;

namespace ConvoEval.EndToEndTests.Faults;

/// <summary>Runs the program on a workspace, kills it, and lets it go on. Keeps the fault log of all its processes.</summary>
internal sealed class KilledRun(string workspace)
{
    /// <summary>Exit code of a process ended by SIGKILL.</summary>
    public const int Killed = 137;

    private static readonly string[] Arguments = ["run", "--quiet"];

    private readonly FaultLog _log = new(Path.Combine(workspace, "faults.log"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Points passed by all processes so far, in order.</summary>
    public IReadOnlyList<string> Passed => _log.Read();

    /// <summary>Runs until the program ends or the fault ends it.</summary>
    /// <param name="fault">Name, <c>name:n</c> or <c>*:n</c>; null = none.</param>
    public Task<ProcessResult> RunAsync(string? fault) => ConvoEvalProgram.Executable.RunAsync(Arguments, Setting(fault), Token);

    /// <summary>Kills the program a while after its first commit. False when it was done before.</summary>
    public async Task<bool> KillAfterAsync(TimeSpan delay)
    {
        using var running = ConvoEvalProgram.Executable.Start(Arguments, Setting(fault: null));
        await CommitsAsync(running, 1);
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < delay && !running.HasEnded)
            await Task.Delay(1, Token);
        running.Kill();
        return (await running.EndAsync(Token)).ExitCode == Killed;
    }

    /// <summary>Runs undisturbed and gives the time between the first and the last commit of a batch.</summary>
    public async Task<TimeSpan> WatchAsync()
    {
        using var running = ConvoEvalProgram.Executable.Start(Arguments, Setting(fault: null));
        await CommitsAsync(running, 1);
        var watch = Stopwatch.StartNew();
        while (!running.HasEnded && _log.Count(StoreFaultPoints.FinishBeforeCommit) == 0)
            await Task.Delay(1, Token);
        var span = watch.Elapsed;
        var result = await running.EndAsync(Token);
        Assert.True(result.ExitCode == 0, result.ToString());
        return span;
    }

    private async Task CommitsAsync(RunningProcess running, int commits)
    {
        while (!running.HasEnded && _log.Count(StoreFaultPoints.BatchAfterCommit) < commits)
            await Task.Delay(1, Token);
    }

    private ProcessSetting Setting(string? fault) => new()
    {
        Folder = workspace,
        Environment = new Dictionary<string, string?> { ["CONVOEVAL_FAULT"] = fault, ["CONVOEVAL_FAULT_LOG"] = _log.Path },
    };
}
