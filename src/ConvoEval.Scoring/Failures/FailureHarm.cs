using System.Diagnostics;
using ConvoEval.Domain.Reports;

namespace ConvoEval.Scoring.Failures;

/// <summary>
/// How much worse one kind of failure is than another when groups are ranked by count times harm. The weights are a
/// reasoned order, not a measurement: a wrong answer does more harm than a missing one.
/// </summary>
internal static class FailureHarm
{
    public static int Of(FailureKind kind) => kind switch
    {
        FailureKind.CriticalStatement => 100,
        FailureKind.Contradicted => 8,
        FailureKind.Abandoned => 4,
        FailureKind.GoalMissed => 3,
        FailureKind.Fallback => 1,
        FailureKind.ReAsk => 1,
        _ => throw new UnreachableException(),
    };
}
