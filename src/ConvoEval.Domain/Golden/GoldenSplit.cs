namespace ConvoEval.Domain.Golden;

/// <summary>What a golden question may be used for; decided by a hash of the question, so siblings never straddle it.</summary>
public enum GoldenSplit
{
    /// <summary>Choosing thresholds, prompts and examples.</summary>
    Tune,

    /// <summary>Measuring sensitivity and specificity. Never looked at while tuning.</summary>
    Calibrate,
}
