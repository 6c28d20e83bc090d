namespace ConvoEval.Statistics.JudgeCorrection;

/// <summary>What stands behind a corrected rate.</summary>
public enum CorrectionMethod
{
    /// <summary>Nothing: the judge is no better than chance on gold, so no correction exists.</summary>
    None,

    /// <summary>Rogan–Gladen with the Lang–Reiczigel interval.</summary>
    LangReiczigel,

    /// <summary>Mean and interval of <see cref="RatePosterior"/>, because Lang–Reiczigel collapsed.</summary>
    Bayes,
}
