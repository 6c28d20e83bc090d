using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using ConvoEval.Domain.Golden;

namespace ConvoEval.GoldenSets.Splits;

/// <summary>
/// Tells which golden questions may be used for tuning and which only measure. The first four bytes (big-endian) of
/// SHA-256(salt, line feed, normalised question) modulo 100 are below the tune percentage for <see cref="GoldenSplit.Tune"/>.
/// Items with the same question, such as dated versions of an answer, share a split; adding items moves none. Thread-safe.
/// </summary>
public sealed class GoldenSplitter
{
    private readonly GoldenSplitRule _rule;
    private readonly Dictionary<string, GoldenSplit> _byItem = new(StringComparer.Ordinal);

    /// <summary>Deals out the items of a set. O(items). Throws when the set has no split rule.</summary>
    public GoldenSplitter(GoldenSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        _rule = set.Split ?? throw new ArgumentException(
            $"Golden set {set.Name} {set.Version}: expected a split rule, found none.", nameof(set));
        foreach (var item in set.Items)
            _byItem[item.Id] = OfQuestion(_rule, item.Question);
    }

    /// <summary>Split of an item. Throws for an id that is not in the set.</summary>
    public GoldenSplit SplitOf(string itemId) =>
        _byItem.TryGetValue(itemId, out var split)
            ? split
            : throw new ArgumentException($"Expected the id of a golden item, found '{itemId}'.", nameof(itemId));

    /// <summary>Split of the item of a verdict; a verdict without an item goes by its own question.</summary>
    public GoldenSplit SplitOf(GoldenVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict.ItemId is { } item && _byItem.TryGetValue(item, out var split)
            ? split
            : OfQuestion(_rule, verdict.Question);
    }

    /// <summary>Split of a question under a rule.</summary>
    public static GoldenSplit OfQuestion(GoldenSplitRule rule, string question)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(question);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{rule.Salt}\n{QuestionKey.OfSplit(question)}"));
        return BinaryPrimitives.ReadUInt32BigEndian(hash) % 100 < (uint)rule.TunePercent
            ? GoldenSplit.Tune
            : GoldenSplit.Calibrate;
    }
}
