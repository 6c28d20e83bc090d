using System;
using System.Collections.Generic;

namespace ConvoEval.Reporting.Wording;

/// <summary>Methods and assumptions in plain words. A name that is not known here is shown as it is, with blanks.</summary>
internal static class MethodNotes
{
    private static readonly Dictionary<string, string> Methods = new(StringComparer.Ordinal)
    {
        ["wilson"] = "Wilson interval of a share",
        ["cluster_robust_t"] = "mean with an interval that allows for users who come back (cluster-robust t)",
        ["ratio_linearised_t"] = "ratio of sums, interval from the conversations (linearised, t)",
        ["mean_t"] = "mean with t interval",
        ["review_poststratified"] =
            "rate by random reviews of all responses, weighted by what the judge said of each (post-stratified; responses to which no grade applies are left out)",
        ["ppi++_half_count"] = "judge's rate corrected by random reviews (prediction-powered, PPI++ with half a count in each cell)",
        ["lang_reiczigel"] = "judge's rate corrected by its errors on the golden set (Rogan–Gladen, Lang–Reiczigel interval)",
        ["bayes_grid"] = "judge's rate corrected by its errors on the golden set (Bayes, flat priors)",
        ["newcombe"] = "difference of two shares (Newcombe, square and add)",
        ["newcombe_unpaired"] = "difference of two shares (Newcombe, square and add)",
        ["newcombe_10"] = "difference of shares in pairs (Newcombe, method 10)",
        ["newcombe_paired"] = "difference of shares in pairs (Newcombe, method 10)",
        ["order_statistics"] = "quantile, interval from the ranks",
        ["paired_cluster_t"] = "mean difference within pairs, interval that allows for pairs of the same scenario (cluster-robust t)",
        ["welch_t"] = "difference of two means (Welch)",
        ["square_and_add_robust"] = "difference of two ratios, their intervals squared and added",
        ["square_and_add_corrected"] = "difference of two corrected rates, their intervals squared and added",
        ["ppi++_weighted"] = "judge's rate corrected by random reviews, each weighted by its chance to be drawn (PPI++)",
        ["none"] = "no interval",
    };

    private static readonly Dictionary<string, string> Assumptions = new(StringComparer.Ordinal)
    {
        ["assumes_transport"] = "assumes that the judge errs on live responses as often as on the golden set",
        ["reviews_are_a_random_sample"] = "assumes that the reviewed responses are a random sample",
        ["reviews_authored"] = "the reviews were authored for this sample, not made by people at work",
        ["transport_rejected"] = "golden set and random reviews disagree about the judge: the golden correction is not used",
        ["draw_probabilities_are_known"] = "the chance of each review to be drawn is known",
        ["transport_unchecked"] = "too few reviews or golden verdicts to check whether the judge errs alike on both",
        ["transport_doubtful"] = "the judged rate does not fit the judge's errors on the golden set",
        ["licence_of_other_versions"] = "the judge was measured on responses of other versions",
        ["same_errors_in_every_segment"] = "assumes that the judge errs as often in this segment as elsewhere",
        ["conversations_taken_as_independent"] = "takes conversations as independent of each other",
        ["few_clusters"] = "few users or scenarios, so the interval is rough",
        ["transport_not_rejected"] = "golden set and random reviews do not disagree about the judge",
    };

    /// <summary>A method in words.</summary>
    public static string Method(string name) => Methods.GetValueOrDefault(name) ?? Words.Snake(name);

    /// <summary>An assumption in words.</summary>
    public static string Assumption(string name) => Assumptions.GetValueOrDefault(name) ?? Words.Snake(name);

    /// <summary>The words that every reader needs.</summary>
    public static IReadOnlyList<(string Term, string Meaning)> Glossary { get; } =
    [
        ("Interval", "The range in which the true value lies, at the level stated. Every light and every verdict looks at the whole range, never at its middle."),
        ("n", "How many units were counted. Unscored ones are counted beside it and never enter an average."),
        ("Points", "Percentage points: from 70 % to 74 % is a difference of 4 points."),
        ("Margin", "The smallest difference that matters, set in the KPI dictionary. Without a margin nothing can be called no worse."),
        ("Better · no worse · worse", "Better: the whole interval of the difference is on the good side. No worse: it excludes a loss beyond the margin. Worse: it excludes anything but a loss."),
        ("Not enough data", "The interval allows both a gain and a loss that matter. That is no pass."),
        ("Not comparable", "The two numbers do not measure the same thing, such as verdicts of different or unlicensed judges."),
        ("Licensed judge", "A judge whose sensitivity and specificity on golden verdicts are high enough, lower bounds included. Others are shown, never counted."),
        ("Contradicted", "The response conflicts with an approved answer or makes a forbidden statement. Not contradicted is no proof that it adheres."),
        ("Critical statement", "A forbidden statement of which one confirmed case blocks a release."),
        ("Mix and within", "A difference splits into traffic that came with other intents (mix) and change inside the same intents (within)."),
        ("Unscored", "Should have a value and has none: unreadable reply, missing field, spent budget."),
    ];
}
