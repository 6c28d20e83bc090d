using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Findings;
using ConvoEval.GoldenSets.Splits;

namespace ConvoEval.GoldenSets.Checks;

/// <summary>
/// Looks for what makes a valid golden set measure badly: too few responses, too easy ones, answers that contradict their own facts,
/// variants that are one, items that nobody judged or that have expired. Pure.
/// </summary>
public static class GoldenSetChecker
{
    /// <summary>Checks a set, or the draft of a broken one; a set without a split rule has no counts.</summary>
    public static GoldenCheck Check(GoldenSet set, GoldenCheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        var findings = new FindingList();
        var counts = set.Split is null ? [] : Counts(set, new GoldenSplitter(set));
        SizeCheck.Check(counts, options, findings);
        ItemCheck.Check(set, options, findings);
        VariantCheck.Check(set, options, findings);
        return new GoldenCheck
        {
            CuelessBadShare = VerdictCheck.Check(set, options, findings),
            Findings = findings.InOrder(),
            Counts = counts,
        };
    }

    private static List<GoldenCount> Counts(GoldenSet set, GoldenSplitter splitter)
    {
        var counts = set.Verdicts
            .GroupBy(verdict => (verdict.BotVersion, Split: splitter.SplitOf(verdict), verdict.Sampling, verdict.Grade))
            .ToDictionary(group => group.Key, group => group.Count());
        return [..
            from version in set.Verdicts.Select(verdict => verdict.BotVersion).Distinct().Order(StringComparer.Ordinal)
            from split in Enum.GetValues<GoldenSplit>()
            from sampling in Enum.GetValues<GoldenSampling>()
            from grade in Enum.GetValues<AnnotatedGrade>()
            select new GoldenCount(version, split, sampling, grade, counts.GetValueOrDefault((version, split, sampling, grade)))];
    }
}
