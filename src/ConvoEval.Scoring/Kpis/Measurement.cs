namespace ConvoEval.Scoring.Kpis;

/// <summary>What one conversation contributes to a KPI, which is the sum of parts over the sum of wholes.</summary>
/// <param name="Part">Contribution to the numerator.</param>
/// <param name="Whole">Contribution to the denominator; 0 = the conversation does not belong to this KPI, or is
/// unscored.</param>
/// <param name="Unscored">Units of the denominator that should have a value and have none.</param>
internal readonly record struct Measurement(double Part, double Whole, double Unscored)
{
    /// <summary>The conversation does not belong to the denominator.</summary>
    public static Measurement None => default;

    public static Measurement Of(double part, double whole) => new(part, whole, 0);

    public static Measurement Missing(double units) => new(0, 0, units);
}
