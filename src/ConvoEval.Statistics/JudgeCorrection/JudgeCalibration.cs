namespace ConvoEval.Statistics.JudgeCorrection;

/// <summary>
/// What a golden set says of a binary judge. Sizes may be effective (design-corrected) and need not be whole.
/// </summary>
public readonly record struct JudgeCalibration
{
    /// <summary>Makes a calibration; throws for rates outside 0…1 and classes that are empty.</summary>
    public JudgeCalibration(double sensitivity, double positives, double specificity, double negatives)
    {
        Require.Probability(sensitivity);
        Require.Positive(positives);
        Require.Probability(specificity);
        Require.Positive(negatives);
        Sensitivity = sensitivity;
        Positives = positives;
        Specificity = specificity;
        Negatives = negatives;
    }

    /// <summary>Share of good golden items the judge passed.</summary>
    public double Sensitivity { get; }

    /// <summary>Good golden items.</summary>
    public double Positives { get; }

    /// <summary>Share of bad golden items the judge failed.</summary>
    public double Specificity { get; }

    /// <summary>Bad golden items.</summary>
    public double Negatives { get; }

    /// <summary>
    /// Youden's J = sensitivity + specificity − 1: how much of a true difference the judge lets through.
    /// </summary>
    public double Youden => Sensitivity + Specificity - 1;

    /// <summary>
    /// From counts; null when the golden set lacks good or bad items, because then the judge is unmeasured.
    /// </summary>
    public static JudgeCalibration? FromCounts(long truePositives, long positives, long trueNegatives, long negatives)
    {
        Require.Counts(truePositives, positives);
        Require.Counts(trueNegatives, negatives);
        if (positives == 0 || negatives == 0)
            return null;
        return new JudgeCalibration(
            truePositives / (double)positives, positives, trueNegatives / (double)negatives, negatives);
    }
}
