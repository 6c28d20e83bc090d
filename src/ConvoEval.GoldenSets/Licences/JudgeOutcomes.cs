using System.Collections.Generic;
using System.Diagnostics;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.GoldenSets.Licences;

/// <summary>What one judge said of the responses of a golden set on one criterion.</summary>
public sealed record JudgeOutcomes
{
    /// <summary>The judge.</summary>
    public required JudgeDigest Judge { get; init; }

    /// <summary>Criterion in snake case.</summary>
    public required string Criterion { get; init; }

    /// <summary>Outcome by id of the golden verdict. A verdict without one counts as unscored: silence is never green.</summary>
    public required IReadOnlyDictionary<string, MachineOutcome> ByVerdict { get; init; }

    /// <summary>The outcome that a verdict of the judge amounts to.</summary>
    public static MachineOutcome Of(Verdict verdict) => verdict switch
    {
        Verdict.Graded { Grade: Grade.Pass or Grade.NotContradicted } => MachineOutcome.Passed,
        Verdict.Graded { Grade: Grade.Fail or Grade.Contradicted } => MachineOutcome.Failed,
        Verdict.Abstained => MachineOutcome.Abstained,
        Verdict.NotApplicable => MachineOutcome.Uncovered,
        Verdict.Unscored => MachineOutcome.Unscored,
        _ => throw new UnreachableException(),
    };
}
