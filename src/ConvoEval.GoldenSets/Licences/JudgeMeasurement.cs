using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Splits;

namespace ConvoEval.GoldenSets.Licences;

/// <summary>
/// Measures a judge against a golden set: sensitivity and specificity on the curated verdicts of a split, a licence for each bot
/// version and for all together. Random reviews tell the rate of good responses and never mix into it. Pure; O(verdicts).
/// </summary>
public static class JudgeMeasurement
{
    /// <summary>Measures a judge.</summary>
    /// <param name="set">The golden set.</param>
    /// <param name="split">Calibrate for a licence. On the tune split every licence stays a candidate.</param>
    /// <param name="outcomes">What the judge said.</param>
    /// <param name="previous">
    /// Licences of the last earlier night, for the judges' way back; those of another judge hash or criterion are passed over. A night
    /// that is run again takes the same ones.
    /// </param>
    /// <param name="options">The bounds.</param>
    public static MeasuredJudge Measure(
        GoldenSet set,
        GoldenSplit split,
        JudgeOutcomes outcomes,
        IReadOnlyList<JudgeLicence> previous,
        LicenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var splitter = new GoldenSplitter(set);
        var inSplit = set.Verdicts.Where(verdict => splitter.SplitOf(verdict) == split).ToList();
        var ids = set.Verdicts.Select(verdict => verdict.Id).ToHashSet(StringComparer.Ordinal);
        var licences = new List<JudgeLicence>();
        var rows = new List<OutcomeRow>();
        foreach (var version in Versions(set))
        {
            var ofVersion = Rows(version, inSplit, outcomes);
            rows.AddRange(ofVersion);
            var measured = LicenceRules.Measure(ofVersion, outcomes, set, version, options);
            licences.Add(split == GoldenSplit.Calibrate
                ? LicenceRules.Continue(measured, Before(measured, previous), options)
                : OnTuneSplit(measured));
        }

        return new MeasuredJudge
        {
            Split = split,
            Licences = licences,
            Rows = rows,
            Unanswered = inSplit.Count(verdict => !outcomes.ByVerdict.ContainsKey(verdict.Id)),
            UnknownIds = outcomes.ByVerdict.Keys.Count(id => !ids.Contains(id)),
        };
    }

    /// <summary>Every version that has a verdict, then null for all together.</summary>
    private static IEnumerable<string?> Versions(GoldenSet set) =>
        set.Verdicts.Select(verdict => (string?)verdict.BotVersion).Distinct().Order(StringComparer.Ordinal).Append(null);

    private static List<OutcomeRow> Rows(string? version, List<GoldenVerdict> verdicts, JudgeOutcomes outcomes)
    {
        return [.. verdicts
            .Where(verdict => version is null || verdict.BotVersion == version)
            .GroupBy(verdict => (verdict.Sampling, verdict.Grade, verdict.BadKind))
            .OrderBy(group => group.Key.Sampling)
            .ThenBy(group => group.Key.Grade)
            .ThenBy(group => group.Key.BadKind, StringComparer.Ordinal)
            .Select(group => Row(group.Key, group))];

        OutcomeRow Row((GoldenSampling, AnnotatedGrade, string?) key, IEnumerable<GoldenVerdict> group)
        {
            var counts = new long[Enum.GetValues<MachineOutcome>().Length];
            foreach (var verdict in group)
                counts[(int)outcomes.ByVerdict.GetValueOrDefault(verdict.Id, MachineOutcome.Unscored)]++;
            return new OutcomeRow
            {
                BotVersion = version,
                Sampling = key.Item1,
                Grade = key.Item2,
                BadKind = key.Item3,
                Passed = counts[(int)MachineOutcome.Passed],
                Failed = counts[(int)MachineOutcome.Failed],
                Abstained = counts[(int)MachineOutcome.Abstained],
                Uncovered = counts[(int)MachineOutcome.Uncovered],
                Unscored = counts[(int)MachineOutcome.Unscored],
            };
        }
    }

    private static JudgeLicence? Before(JudgeLicence measured, IReadOnlyList<JudgeLicence> previous) => previous.LastOrDefault(
        licence => licence.JudgeHash == measured.JudgeHash
            && licence.Criterion == measured.Criterion
            && licence.BotVersion == measured.BotVersion);

    private static JudgeLicence OnTuneSplit(JudgeLicence measured) => measured with
    {
        State = LicenceState.Candidate,
        GoodNightsOwed = 0,
        Reasons = ["It was measured on the questions that it may have been tuned on, so this is no licence.", .. measured.Reasons],
    };
}
