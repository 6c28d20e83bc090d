using System;
using System.Collections.Generic;
using ConvoEval.Domain.Reports;
using ConvoEval.Storage;

namespace ConvoEval.Pipeline.Runs;

/// <summary>What a run came to.</summary>
/// <param name="Start">How it started.</param>
/// <param name="Report">The finished results.</param>
/// <param name="Plan">Canonical JSON of the plan.</param>
/// <param name="StartedAt">When this start began, UTC.</param>
/// <param name="FinishedAt">When it ended, UTC.</param>
/// <param name="Stages">Time spent by stage.</param>
/// <param name="Coverage">Smallest share of judged items that were graded, over criteria with items to judge; null = nothing was judged.</param>
/// <param name="Retried">Verdicts filled in by a second attempt.</param>
public sealed record RunResult(
    RunStart Start,
    EvaluationReport Report,
    string Plan,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    IReadOnlyDictionary<string, TimeSpan> Stages,
    double? Coverage,
    long Retried)
{
    /// <summary>The run as stored.</summary>
    public RunRow Run => Start.Run;
}
