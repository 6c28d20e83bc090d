using System.Collections.Generic;
using ConvoEval.Domain.Kpis;

namespace ConvoEval.Cli.Verbs;

/// <summary>What <c>compare --json</c> prints.</summary>
internal sealed record CompareDocument(string Run, IReadOnlyList<KpiComparison> Comparisons, GateDecision? Gate);
