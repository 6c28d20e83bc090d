namespace ConvoEval.Domain.Golden;

/// <summary>Whether the verdicts of a judge may count.</summary>
public enum LicenceState
{
    /// <summary>Not measured on enough golden verdicts: shown, never gates.</summary>
    Candidate,

    /// <summary>Lower bounds of sensitivity and specificity are good enough.</summary>
    Licensed,

    /// <summary>Something about its answers is wrong at present: shown, never gates.</summary>
    Probation,

    /// <summary>Measured, and not good enough.</summary>
    Revoked,
}
