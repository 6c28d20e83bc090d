namespace ConvoEval.GoldenSets.Findings;

/// <summary>How much a finding weighs.</summary>
public enum GoldenSeverity
{
    /// <summary>The set cannot be used before this is mended.</summary>
    Error,

    /// <summary>The set works; somebody should look at this.</summary>
    Warning,

    /// <summary>Good to know.</summary>
    Note,
}
