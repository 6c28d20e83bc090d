namespace ConvoEval.Domain.Golden;

/// <summary>How a response came to be annotated. The two kinds feed different estimators and never mix.</summary>
public enum GoldenSampling
{
    /// <summary>Picked on purpose: tells sensitivity and specificity, not the rate of good responses.</summary>
    Curated,

    /// <summary>Drawn at random with a known probability: tells the rate itself.</summary>
    Random,
}
