using System;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Findings;
using ConvoEval.GoldenSets.Formats;

namespace ConvoEval.GoldenSets.Checks;

/// <summary>Whether the verdicts are hard enough, told apart, and independent of each other.</summary>
internal static class VerdictCheck
{
    private const string File = GoldenFileNames.Verdicts;

    /// <summary>Returns the share of bad responses without a cue; null without bad ones.</summary>
    public static double? Check(GoldenSet set, GoldenCheckOptions options, FindingList findings)
    {
        for (var i = 0; i < set.Verdicts.Count; i++)
        {
            var verdict = set.Verdicts[i];
            if (verdict is { Grade: AnnotatedGrade.Bad, BadKind: null })
                findings.Note(File, i + 1, "bad_without_kind", verdict.Id, "what is wrong with a bad response", "no kind");
            if (verdict is { Grade: AnnotatedGrade.Bad } && string.IsNullOrWhiteSpace(verdict.Reason))
                findings.Note(File, i + 1, "bad_without_reason", verdict.Id, "why a response is bad", "no reason");
        }

        CheckRepeats(set, options, findings);
        CheckAnnotators(set, findings);
        return Cueless(set, options, findings);
    }

    private static double? Cueless(GoldenSet set, GoldenCheckOptions options, FindingList findings)
    {
        var bad = set.Verdicts.Where(verdict => verdict.Grade == AnnotatedGrade.Bad).ToList();
        if (bad.Count == 0)
            return null;
        var cueless = bad.Count(verdict => !NegationWords.HasCue(verdict.Response));
        var share = (double)cueless / bad.Count;
        if (share < options.LowestCuelessShare)
            findings.Warning(
                File, 0, "too_easy", null,
                string.Create(CultureInfo.InvariantCulture, $"a share of {options.LowestCuelessShare:0.0##} of the bad responses without a number, date or negation, which live ones have"),
                string.Create(CultureInfo.InvariantCulture, $"{cueless} of {bad.Count}"));
        return share;
    }

    /// <summary>The same words judged again say nothing new, yet make intervals narrower.</summary>
    private static void CheckRepeats(GoldenSet set, GoldenCheckOptions options, FindingList findings)
    {
        foreach (var version in set.Verdicts
            .Where(verdict => verdict is { Sampling: GoldenSampling.Curated, Grade: not AnnotatedGrade.NotApplicable })
            .GroupBy(verdict => verdict.BotVersion, StringComparer.Ordinal))
        {
            var all = version.Count();
            var distinct = version.Select(verdict => (verdict.ItemId, verdict.Response)).Distinct().Count();
            if (all - distinct > options.RepeatedShare * all)
                findings.Warning(
                    File, 0, "repeated_responses", version.Key, $"curated responses of version {version.Key} that differ",
                    string.Create(CultureInfo.InvariantCulture, $"{distinct} different ones of {all}, which makes intervals too narrow"));
        }
    }

    private static void CheckAnnotators(GoldenSet set, FindingList findings)
    {
        var twice = set.Verdicts.GroupBy(verdict => (verdict.Conversation, verdict.TurnIndex, verdict.ItemId))
            .Where(group => group.Select(verdict => verdict.Annotator).Distinct().Skip(1).Any())
            .Select(group => group.Select(verdict => verdict.Grade).Distinct().Count()).ToList();
        var differ = twice.Count(grades => grades > 1);
        if (differ > 0)
            findings.Warning(
                File, 0, "annotators_differ", null, "annotators who agree, or a third who decides",
                string.Create(CultureInfo.InvariantCulture, $"{differ} of {twice.Count} responses with several annotators graded differently"));
    }
}
