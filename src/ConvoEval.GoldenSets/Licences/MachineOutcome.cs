namespace ConvoEval.GoldenSets.Licences;

/// <summary>What a judge made of a response that has a golden verdict.</summary>
public enum MachineOutcome
{
    /// <summary>Graded as good, or as not contradicted.</summary>
    Passed,

    /// <summary>Graded as bad, or as contradicted.</summary>
    Failed,

    /// <summary>The judge could not tell.</summary>
    Abstained,

    /// <summary>The judge found no golden answer that applies.</summary>
    Uncovered,

    /// <summary>A grade was owed and is missing.</summary>
    Unscored,
}
