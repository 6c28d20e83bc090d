using System;
using System.Globalization;
using ConvoEval.Domain.Kpis;

namespace ConvoEval.Scoring.Comparisons;

/// <summary>The sentences that explain a comparison. Counts and ids; values stand in the report.</summary>
internal static class ComparisonWords
{
    public static string Paired(Difference difference, string from, string to, long leftOutOld, long leftOutNew)
    {
        var basis = difference.Scenarios == difference.Pairs
            ? FormattableString.Invariant($"Paired on {difference.Pairs} scenarios.")
            : FormattableString.Invariant($"Paired on {difference.Pairs} trials of {difference.Scenarios} scenarios.");
        return leftOutOld + leftOutNew == 0
            ? basis
            : FormattableString.Invariant(
                $"{basis} {leftOutOld} conversations of {from} and {leftOutNew} of {to} have no partner and are left out.");
    }

    public static string Unpaired(Difference difference, string from, string to, int pairs) =>
        FormattableString.Invariant(
            $"Unpaired: {difference.ConversationsOld} conversations of {from} against {difference.ConversationsNew} of {to}")
        + (pairs == 0 ? "." : FormattableString.Invariant($"; {pairs} pairs are too few to pair."));

    public static string OfState(string state, KpiDefinition kpi) => state switch
    {
        ComparisonStates.Better => "The whole interval is on the better side.",
        ComparisonStates.Equivalent => "The whole interval is inside the margin.",
        ComparisonStates.NonInferior => "The whole interval is better than the margin allows.",
        ComparisonStates.NoWorseButLower => "A sure loss, but surely smaller than the margin.",
        ComparisonStates.Worse when kpi.Margin is null => "The whole interval is on the worse side.",
        ComparisonStates.Worse => "A sure loss; whether it is beyond the margin is open.",
        ComparisonStates.WorseThanMargin => "A sure loss beyond the margin.",
        ComparisonStates.Inconclusive when kpi.Margin is null =>
            "The interval holds both gain and loss, and no margin says how much matters.",
        ComparisonStates.Inconclusive => "The interval holds both no loss and a loss beyond the margin.",
        ComparisonStates.TooFewScored => FormattableString.Invariant(
            $"Expected at least {kpi.MinimumScored} scored units per version."),
        _ => "There is too little, or too little variation, for an interval.",
    };

    public static string OfMix(MixSplit split, KpiDefinition kpi) =>
        "The versions met another mix of intents; at the mix of the older one the difference is "
        + $"{Amount(split.AtOldMix, kpi.Unit)}.";

    public static string OfNeed(long needed, int pairs) => pairs > 0
        ? FormattableString.Invariant($"About {needed} pairs would decide.")
        : FormattableString.Invariant($"About {needed} conversations per version would decide.");

    private static string Amount(double difference, KpiUnit unit)
    {
        var (scale, format, name) = unit switch
        {
            KpiUnit.Share => (100.0, "+0.0;-0.0;0.0", "points"),
            KpiUnit.Seconds => (1.0, "+0.00;-0.00;0.00", "seconds"),
            _ => (1.0, "+0.0000;-0.0000;0.0000", "US dollars"),
        };
        return $"{(difference * scale).ToString(format, CultureInfo.InvariantCulture)} {name}";
    }
}
