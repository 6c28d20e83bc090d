using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.EndToEndTests.Workspaces;
using ConvoEval.Storage;
using ConvoEval.Testing.Processes;
using Xunit;

namespace ConvoEval.EndToEndTests.Faults;

/// <summary>The run that nothing disturbed: what every killed and resumed run has to equal.</summary>
public sealed class UndisturbedRun : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Folder with the workspace.</summary>
    public string Workspace => _folder.Path;

    /// <summary>Folder of its report.</summary>
    public string Report { get; private set; } = "";

    /// <summary>The points that it passed, in order.</summary>
    public IReadOnlyList<string> Passed { get; private set; } = [];

    /// <summary>Number of batches.</summary>
    public int Batches => Passed.Count(name => name == StoreFaultPoints.BatchAfterCommit);

    /// <summary>Time from the first to the last commit of a batch, as the watching test saw it.</summary>
    public TimeSpan CommitSpan { get; private set; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        NightWorkspace.Write(_folder);
        var trial = new KilledRun(_folder.Path);
        CommitSpan = await trial.WatchAsync();
        Passed = trial.Passed;
        Report = ConvoEvalProgram.ReportOf(_folder.Path);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
