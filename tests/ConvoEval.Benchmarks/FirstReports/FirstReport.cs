using System;
using System.Collections.Generic;

namespace ConvoEval.Benchmarks.FirstReports;

/// <summary>One run of the program from its start to the written report.</summary>
/// <param name="Elapsed">From starting the process to its end.</param>
/// <param name="Stages">Seconds by stage as run.json tells them.</param>
internal sealed record FirstReport(TimeSpan Elapsed, IReadOnlyDictionary<string, double> Stages);
