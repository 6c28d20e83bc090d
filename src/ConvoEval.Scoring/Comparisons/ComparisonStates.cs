using ConvoEval.Domain.Kpis;
using ConvoEval.Statistics;
using ConvoEval.Statistics.Comparison;

namespace ConvoEval.Scoring.Comparisons;

/// <summary>States of a comparison, and the verdict that each of them is.</summary>
internal static class ComparisonStates
{
    public const string Better = "better";
    public const string Equivalent = "equivalent";
    public const string NonInferior = "non_inferior";
    public const string NoWorseButLower = "no_worse_but_lower";
    public const string Worse = "worse";
    public const string WorseThanMargin = "worse_than_margin";
    public const string Inconclusive = "inconclusive";
    public const string NoData = "no_data";
    public const string TooFewScored = "too_few_scored";
    public const string OtherJudge = "other_judge";
    public const string NotLicensed = "not_licensed";
    public const string MissingSource = "missing_source";

    /// <summary>
    /// State of an interval that is turned so that up is good. A sure loss inside the margin has a state of its own: no
    /// worse, but lower.
    /// </summary>
    public static string Of(Interval? oriented, double? margin) => DifferenceRule.Classify(oriented, margin) switch
    {
        DifferenceState.Better => Better,
        DifferenceState.Equivalent or DifferenceState.NonInferior when oriented is { High: < 0 } => NoWorseButLower,
        DifferenceState.Equivalent => Equivalent,
        DifferenceState.NonInferior => NonInferior,
        DifferenceState.Worse => Worse,
        DifferenceState.WorseThanMargin => WorseThanMargin,
        DifferenceState.Inconclusive => Inconclusive,
        _ => NoData,
    };

    /// <summary>
    /// The verdict of a state. A sure loss that may or may not be beyond the margin is worse: the data can tell that
    /// much.
    /// </summary>
    public static ComparisonVerdict VerdictOf(string state) => state switch
    {
        Better => ComparisonVerdict.Better,
        Equivalent or NonInferior or NoWorseButLower => ComparisonVerdict.NoWorse,
        Worse or WorseThanMargin => ComparisonVerdict.Worse,
        OtherJudge or NotLicensed or MissingSource => ComparisonVerdict.NotComparable,
        _ => ComparisonVerdict.NotEnoughData,
    };
}
