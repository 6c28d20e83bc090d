using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Splits;

namespace ConvoEval.GoldenSets.Differences;

/// <summary>
/// Which licences fall with a change. A licence rests on the curated verdicts of the calibrate split; any change to the items may
/// make a judge that reads them judge otherwise, so it costs all licences.
/// </summary>
internal static class LicenceImpacts
{
    public static IReadOnlyList<LicenceImpact> Of(
        GoldenSet older,
        GoldenSet newer,
        IReadOnlyList<GoldenChange> items,
        IReadOnlyList<GoldenChange> verdicts,
        bool isRuleChanged)
    {
        var changedItems = items.Select(change => change.Id).ToHashSet(StringComparer.Ordinal);
        var changedVerdicts = verdicts
            .Where(change => change.Kind != GoldenChangeKind.Changed || change.Fields.Except(FieldsOf.ForPeople).Any())
            .Select(change => change.Id).ToHashSet(StringComparer.Ordinal);
        var (old, current) = (Measuring(older), Measuring(newer));
        return [..
            from version in older.Verdicts.Concat(newer.Verdicts).Select(verdict => (string?)verdict.BotVersion).Distinct()
                .Order(StringComparer.Ordinal).Append(null)
            let both = old.Concat(current).Where(verdict => version is null || verdict.BotVersion == version).ToList()
            let changed = both.Where(verdict => changedVerdicts.Contains(verdict.Id)).Select(verdict => verdict.Id).Distinct().Count()
            let ofItems = both.Where(verdict => !changedVerdicts.Contains(verdict.Id) && verdict.ItemId is { } item && changedItems.Contains(item))
                .Select(verdict => verdict.Id).Distinct().Count()
            select new LicenceImpact
            {
                BotVersion = version,
                ChangedVerdicts = changed,
                VerdictsOfChangedItems = ofItems,
                IsInvalid = isRuleChanged || changed > 0 || items.Count > 0,
                Reason = Reason(isRuleChanged, changed, ofItems, items.Count),
            }];
    }

    private static List<GoldenVerdict> Measuring(GoldenSet set)
    {
        if (set.Split is null)
            return [];
        var splitter = new GoldenSplitter(set);
        return [.. set.Verdicts.Where(verdict => verdict.Sampling == GoldenSampling.Curated
            && verdict.Grade != AnnotatedGrade.NotApplicable
            && splitter.SplitOf(verdict) == GoldenSplit.Calibrate)];
    }

    private static string Reason(bool isRuleChanged, int changed, int ofItems, int items)
    {
        if (isRuleChanged)
            return "The split rule changed, so questions for tuning and for measuring are mixed up.";
        if (changed > 0)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{changed} of the verdicts it is measured on changed, and {ofItems} more belong to items that changed.");
        return items > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{items} items changed, to which {ofItems} of its verdicts belong; a judge that reads the items may judge otherwise.")
            : "Nothing that it was measured on has changed.";
    }
}
