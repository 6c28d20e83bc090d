using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.Statistics;
using ConvoEval.Statistics.Agreement;
using ConvoEval.Statistics.Proportions;

namespace ConvoEval.GoldenSets.Licences;

/// <summary>
/// The rules of a licence (docs/formats/golden-set.md): enough graded responses of both classes, else a candidate (Q2); lower bounds of
/// sensitivity, specificity and Youden's J above their floors, else revoked (Q1); few unscored responses, else on probation (Q3).
/// Decided by lower bounds, never by accuracy or κ: those praise a judge that passes everything.
/// </summary>
internal static class LicenceRules
{
    /// <summary>What tonight's counts say by themselves.</summary>
    public static JudgeLicence Measure(
        IReadOnlyList<OutcomeRow> rows, JudgeOutcomes outcomes, GoldenSet set, string? version, LicenceOptions options)
    {
        var good = rows.Where(row => row is { Sampling: GoldenSampling.Curated, Grade: AnnotatedGrade.Good }).ToList();
        var bad = rows.Where(row => row is { Sampling: GoldenSampling.Curated, Grade: AnnotatedGrade.Bad }).ToList();
        var both = good.Concat(bad).ToList();
        var counts = new ConfusionCounts(
            truePositives: good.Sum(row => row.Passed),
            falsePositives: bad.Sum(row => row.Passed),
            falseNegatives: good.Sum(row => row.Failed),
            trueNegatives: bad.Sum(row => row.Failed));
        var agreement = BinaryAgreement.Measure(counts, options.Level);
        var licence = new JudgeLicence
        {
            Judge = outcomes.Judge.Judge,
            JudgeHash = outcomes.Judge.Hash,
            Criterion = outcomes.Criterion,
            BotVersion = version,
            GoldenSet = $"{set.Name} {set.Version}",
            Annotator = set.Annotator,
            State = LicenceState.Candidate,
            GoodPassed = counts.TruePositives,
            GoodFailed = counts.FalseNegatives,
            BadPassed = counts.FalsePositives,
            BadFailed = counts.TrueNegatives,
            Abstained = both.Sum(row => row.Abstained + row.Uncovered),
            Unscored = both.Sum(row => row.Unscored),
            Sensitivity = agreement.Sensitivity,
            SensitivityLow = agreement.SensitivityInterval?.Low,
            SensitivityHigh = agreement.SensitivityInterval?.High,
            Specificity = agreement.Specificity,
            SpecificityLow = agreement.SpecificityInterval?.Low,
            SpecificityHigh = agreement.SpecificityInterval?.High,
            Youden = agreement.Youden,
            YoudenLow = agreement.YoudenInterval?.Low,
        };
        var unscored = UnscoredReason(licence.Unscored, both.Sum(row => row.Total), options);
        var few = FewReasons(good, bad, options);
        var poor = few.Count > 0 ? [] : PoorReasons(agreement, options);
        // Too few because too many stayed unscored is trouble of the judge, not of the golden set.
        var state = poor.Count > 0 ? LicenceState.Revoked
            : unscored is not null && IsLargeEnough(good, bad, options) ? LicenceState.Probation
            : few.Count > 0 ? LicenceState.Candidate
            : LicenceState.Licensed;
        return licence with
        {
            State = state,
            GoodNightsOwed = IsLost(state) ? options.GoodNightsToReturn : 0,
            Reasons = state == LicenceState.Licensed
                ? [Praise(agreement, options)]
                : [.. poor, .. unscored is null ? Array.Empty<string>() : [unscored], .. few],
        };
    }

    /// <summary>
    /// What tonight means after the night before: what was lost comes back only after good nights in a row, and probation on two
    /// nights in a row is a loss.
    /// </summary>
    public static JudgeLicence Continue(JudgeLicence tonight, JudgeLicence? before, LicenceOptions options)
    {
        if (before is null)
            return tonight;
        var owed = Math.Min(before.GoodNightsOwed, options.GoodNightsToReturn);
        switch (tonight.State)
        {
            case LicenceState.Revoked:
                return tonight;
            case LicenceState.Probation when before.State == LicenceState.Revoked:
                return With(LicenceState.Revoked, tonight.GoodNightsOwed, "It was revoked before and tonight was no good night.");
            case LicenceState.Probation when before.State == LicenceState.Probation && owed == options.GoodNightsToReturn:
                return With(LicenceState.Revoked, tonight.GoodNightsOwed, "It was on probation the night before as well.");
            case LicenceState.Probation:
                return tonight;
            case LicenceState.Candidate:
                return tonight with { GoodNightsOwed = owed };
            case LicenceState.Licensed when owed <= 1:
                return tonight;
            case LicenceState.Licensed:
                return With(
                    IsLost(before.State) ? before.State : LicenceState.Probation, owed - 1,
                    string.Create(CultureInfo.InvariantCulture, $"Tonight was good; good nights still owed before the licence comes back: {owed - 1}."));
            default:
                throw new UnreachableException();
        }

        JudgeLicence With(LicenceState state, int nights, string reason) =>
            tonight with { State = state, GoodNightsOwed = nights, Reasons = [reason, .. tonight.Reasons] };
    }

    private static bool IsLost(LicenceState state) => state is LicenceState.Probation or LicenceState.Revoked;

    private static bool IsLargeEnough(List<OutcomeRow> good, List<OutcomeRow> bad, LicenceOptions options) =>
        good.Sum(row => row.Total) >= options.MinimumPerClass && bad.Sum(row => row.Total) >= options.MinimumPerClass;

    private static List<string> FewReasons(List<OutcomeRow> good, List<OutcomeRow> bad, LicenceOptions options)
    {
        var reasons = new List<string>();
        foreach (var (word, rows) in new[] { ("good", good), ("bad", bad) })
        {
            var graded = rows.Sum(row => row.Passed + row.Failed);
            if (graded < options.MinimumPerClass)
                reasons.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"It graded {graded} of {rows.Sum(row => row.Total)} {word} golden responses; {options.MinimumPerClass} are needed to measure it."));
        }

        return reasons;
    }

    private static List<string> PoorReasons(BinaryAgreement agreement, LicenceOptions options)
    {
        var counts = agreement.Counts;
        var reasons = new List<string>();
        Add(
            "sensitivity", agreement.SensitivityInterval, options.SensitivityLow,
            string.Create(CultureInfo.InvariantCulture, $"it failed {counts.FalseNegatives} of {counts.Positives} good responses"));
        Add(
            "specificity", agreement.SpecificityInterval, options.SpecificityLow,
            string.Create(CultureInfo.InvariantCulture, $"it passed {counts.FalsePositives} of {counts.Negatives} bad responses"));
        Add("sensitivity + specificity − 1", agreement.YoudenInterval, options.YoudenLow, "that is how much better than chance it is");
        return reasons;

        void Add(string what, Interval? interval, double floor, string why)
        {
            if (interval is { Low: var low } && low < floor)
                reasons.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The lower bound of its {what} is {low:0.000} and has to be {floor:0.0##}: {why}."));
        }
    }

    private static string? UnscoredReason(long unscored, long total, LicenceOptions options)
    {
        if (total == 0 || (double)unscored / total <= options.UnscoredShare)
            return null;
        return Proportion.Wilson(unscored, total, options.Level) is { Low: var low } && low > options.UnscoredShareLow
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"It left {unscored} of {total} golden responses unscored; a share of {options.UnscoredShare:0.0##} is allowed.")
            : null;
    }

    private static string Praise(BinaryAgreement agreement, LicenceOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"At level {options.Level:0.0##} it passes at least {agreement.SensitivityInterval?.Low:0.000} of {agreement.Counts.Positives} good responses and fails at least {agreement.SpecificityInterval?.Low:0.000} of {agreement.Counts.Negatives} bad ones.");
}
