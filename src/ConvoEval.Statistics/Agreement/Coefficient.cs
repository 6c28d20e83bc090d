namespace ConvoEval.Statistics.Agreement;

/// <summary>A chance-corrected agreement coefficient: 1 for full agreement, 0 for what chance would give.</summary>
/// <param name="Value">The coefficient, at most 1.</param>
/// <param name="ChanceAgreement">Agreement expected by chance under its model.</param>
/// <param name="StandardError">Large-sample standard error, not assuming 0; 0 for full agreement.</param>
/// <param name="Interval">Normal interval with the upper end held to 1; null when the standard error is 0.</param>
public readonly record struct Coefficient(
    double Value,
    double ChanceAgreement,
    double StandardError,
    Interval? Interval);
