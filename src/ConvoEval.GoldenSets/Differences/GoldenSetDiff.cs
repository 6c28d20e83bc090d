using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Splits;

namespace ConvoEval.GoldenSets.Differences;

/// <summary>Compares two versions of a golden set by the ids of items and verdicts. Pure; O(items + verdicts), sorting aside.</summary>
public static class GoldenSetDiff
{
    /// <summary>What changed from one version to the other.</summary>
    public static GoldenDifference Between(GoldenSet from, GoldenSet to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var items = Changes(from.Items, to.Items, item => item.Id, FieldsOf.Item);
        var verdicts = Changes(from.Verdicts, to.Verdicts, verdict => verdict.Id, FieldsOf.Verdict);
        var isRuleChanged = from.Split != to.Split;
        return new GoldenDifference
        {
            From = $"{from.Name} {from.Version}",
            To = $"{to.Name} {to.Version}",
            IsEditedVersion = from.Name == to.Name && from.Version == to.Version && (items.Count > 0 || verdicts.Count > 0 || isRuleChanged),
            Items = items,
            Verdicts = verdicts,
            IsSplitRuleChanged = isRuleChanged,
            MovedItems = Moved(from, to),
            Licences = LicenceImpacts.Of(from, to, items, verdicts, isRuleChanged),
        };
    }

    private static List<GoldenChange> Changes<T>(
        IReadOnlyList<T> from, IReadOnlyList<T> to, Func<T, string> idOf, Func<T, T, IReadOnlyList<string>> differing)
    {
        var old = from.ToDictionary(idOf, StringComparer.Ordinal);
        var changes = new List<GoldenChange>();
        foreach (var record in to)
        {
            if (!old.Remove(idOf(record), out var before))
                changes.Add(new GoldenChange { Kind = GoldenChangeKind.Added, Id = idOf(record) });
            else if (differing(before, record) is { Count: > 0 } fields)
                changes.Add(new GoldenChange { Kind = GoldenChangeKind.Changed, Id = idOf(record), Fields = fields });
        }

        changes.AddRange(old.Keys.Select(id => new GoldenChange { Kind = GoldenChangeKind.Removed, Id = id }));
        changes.Sort(static (one, other) => string.CompareOrdinal(one.Id, other.Id));
        return changes;
    }

    private static List<string> Moved(GoldenSet from, GoldenSet to)
    {
        if (from.Split is null || to.Split is null)
            return [];
        var (before, after) = (new GoldenSplitter(from), new GoldenSplitter(to));
        var old = from.Items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        return [.. to.Items.Select(item => item.Id)
            .Where(id => old.Contains(id) && before.SplitOf(id) != after.SplitOf(id))
            .Order(StringComparer.Ordinal)];
    }
}
