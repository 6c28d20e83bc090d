namespace ConvoEval.Domain.Verdicts;

/// <summary>The grades a judge can give.</summary>
public enum Grade
{
    /// <summary>The criterion is met. Only judges that may claim it give it.</summary>
    Pass,

    /// <summary>The criterion is not met.</summary>
    Fail,

    /// <summary>Nothing in the response contradicts the golden answers; this is not the claim that it adheres.</summary>
    NotContradicted,

    /// <summary>The response contradicts the golden answers or makes a forbidden statement.</summary>
    Contradicted,
}
