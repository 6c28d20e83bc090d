namespace ConvoEval.Domain.Golden;

/// <summary>What an annotator can say of a response against the golden answers.</summary>
public enum AnnotatedGrade
{
    /// <summary>The response adheres to the approved answer.</summary>
    Good,

    /// <summary>It contradicts the approved answer, makes a forbidden statement, or leaves a required fact out.</summary>
    Bad,

    /// <summary>No approved answer applies to it (small talk, a question back, a form step).</summary>
    NotApplicable,
}
