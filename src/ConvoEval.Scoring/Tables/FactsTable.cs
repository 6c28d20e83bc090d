using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using ConvoEval.Domain.Runs;

namespace ConvoEval.Scoring.Tables;

/// <summary>
/// The facts of all conversations of a run, packed to about 200 bytes each. Add every conversation once, in any order;
/// what is calculated from a table does not depend on that order, down to the last bit. Not safe for several writers.
/// </summary>
public sealed class FactsTable
{
    private readonly List<FactsRow> _rows = [];
    private readonly HashSet<UInt128> _seen = [];
    private readonly SortedDictionary<string, long> _excluded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TurnCounts> _turns = new(StringComparer.Ordinal);
    private CanonicalOrder? _order;
    private string[]? _versions;

    /// <summary>Conversations that do not count, by reason in ordinal order.</summary>
    public IReadOnlyDictionary<string, long> Excluded => _excluded;

    /// <summary>Conversations that count.</summary>
    public int Eligible => _rows.Count;

    /// <summary>Conversations that count, but whose bot version is unknown: they stand in the numbers of all versions together only.</summary>
    public int EligibleWithoutVersion { get; private set; }

    /// <summary>First night of an eligible conversation; null when no time is known.</summary>
    public DateOnly? FirstNight { get; private set; }

    /// <summary>Last night of an eligible conversation.</summary>
    public DateOnly? LastNight { get; private set; }

    /// <summary>
    /// Versions of eligible conversations in order of release: by first night, undated ones last, then by name.
    /// </summary>
    public IReadOnlyList<string> Versions => _versions ??= ReleaseOrder();

    internal NameList VersionNames { get; } = new();

    internal NameList IntentNames { get; } = new();

    internal NameList UserNames { get; } = new();

    internal NameList ScenarioNames { get; } = new();

    internal ReadOnlySpan<FactsRow> Rows => CollectionsMarshal.AsSpan(_rows);

    /// <summary>Rows sorted into cells; computed on first use after the last row.</summary>
    internal CanonicalOrder Order => _order ??= CanonicalOrder.Of(this);

    /// <summary>Turns of all conversations, also of those that do not count, by version ("" = unknown).</summary>
    internal IReadOnlyDictionary<string, TurnCounts> Turns => _turns;

    /// <summary>A table of all rows of a sequence.</summary>
    public static FactsTable Of(IEnumerable<ConversationFacts> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var table = new FactsTable();
        foreach (var row in facts)
            table.Add(row);
        return table;
    }

    /// <summary>
    /// Adds the facts of one conversation. Throws when the conversation is there already (a run counts its latest
    /// revision only), or a count or amount cannot be (negative, not finite).
    /// </summary>
    public void Add(ConversationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var row = FactsRow.Of(facts);
        var hash = StableHash.Of(facts.Key.Source, facts.Key.SourceId);
        if (!_seen.Add(hash))
            throw new ArgumentException($"Facts of {facts.Key} were added twice; expected one row per conversation.");
        _order = null;
        _versions = null;
        CountTurns(facts);
        if (facts.ExcludedBecause is { } reason)
        {
            _excluded[reason] = _excluded.GetValueOrDefault(reason) + 1;
            return;
        }

        row.KeyHash = (ulong)hash;
        row.Version = VersionNames.NumberOf(facts.BotVersion);
        row.Intent = IntentNames.NumberOf(facts.Intent);
        row.User = UserNames.NumberOf(facts.UserKey);
        row.Scenario = ScenarioNames.NumberOf(facts.ScenarioId);
        _rows.Add(row);
        EligibleWithoutVersion += facts.BotVersion is null ? 1 : 0;
        if (facts.Night is not { } night)
            return;
        FirstNight = FirstNight is { } first && first <= night ? first : night;
        LastNight = LastNight is { } last && last >= night ? last : night;
    }

    /// <summary>Critical forbidden statements in eligible conversations of a version.</summary>
    public long CriticalStatementsOf(string version)
    {
        var number = VersionNames.Find(version);
        var count = 0L;
        foreach (ref readonly var row in Rows)
            count += number >= 0 && row.Version == number ? row.CriticalStatements : 0;
        return count;
    }

    private void CountTurns(ConversationFacts facts)
    {
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_turns, facts.BotVersion ?? "", out _);
        counts = new TurnCounts(
            counts.User + facts.UserTurns,
            counts.Bot + facts.BotTurns,
            counts.BotWithFallbackKnown + (facts.FallbackTurns is null ? 0 : facts.BotTurns));
    }

    private string[] ReleaseOrder()
    {
        var first = new int[VersionNames.Count];
        Array.Fill(first, int.MaxValue);
        foreach (ref readonly var row in Rows)
        {
            if (row.Version >= 0 && row.Night >= 0)
                first[row.Version] = Math.Min(first[row.Version], row.Night);
        }

        return Enumerable.Range(0, first.Length)
            .OrderBy(version => first[version])
            .ThenBy(version => VersionNames[version], StringComparer.Ordinal)
            .Select(version => VersionNames[version])
            .ToArray();
    }
}
