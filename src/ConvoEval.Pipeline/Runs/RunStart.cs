using System.Collections.Generic;
using ConvoEval.Storage;

namespace ConvoEval.Pipeline.Runs;

/// <summary>What a start will do.</summary>
/// <param name="Run">The run.</param>
/// <param name="Kind">Whether it is new, goes on, or is finished already.</param>
/// <param name="Changes">What differs from the plan of the latest run before; empty when nothing does or none was there.</param>
public sealed record RunStart(RunRow Run, RunStartKind Kind, IReadOnlyList<string> Changes);

/// <summary>The kinds of start.</summary>
public enum RunStartKind
{
    /// <summary>No run with this plan was there, or a fresh one was asked for.</summary>
    New,

    /// <summary>An interrupted run with the same plan goes on.</summary>
    Resumed,

    /// <summary>A run with the same plan is finished: only its report is made again.</summary>
    AlreadyFinished,
}
