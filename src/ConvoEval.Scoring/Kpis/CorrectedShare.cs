using System.Collections.Generic;
using ConvoEval.Statistics;

namespace ConvoEval.Scoring.Kpis;

/// <summary>A judged share after what people said of the judge has been taken into account.</summary>
/// <param name="Value">The share of good responses.</param>
/// <param name="Interval">Its interval; null when there is none.</param>
/// <param name="Method">Name of the method.</param>
/// <param name="Assumptions">What it rests on.</param>
internal sealed record CorrectedShare(
    double Value, Interval? Interval, string Method, IReadOnlyList<string> Assumptions);
