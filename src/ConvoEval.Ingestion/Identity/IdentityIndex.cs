using System;
using System.Collections.Generic;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Ingestion.Identity;

/// <summary>
/// Remembers which conversations were seen, in at most 48 bytes per revision. Rebuild it from the stored rows at the start
/// of a run. Looking up costs O(1 + revisions of the key) plus the hash of the turns. Not thread-safe: one index sees all
/// conversations of a run in their order.
/// </summary>
public sealed class IdentityIndex
{
    private const int PageBits = 14;
    private const int PageSize = 1 << PageBits;
    private readonly List<Entry[]> _pages = [];
    private int[] _newest = new int[PageSize];
    private int _count;

    /// <summary>Revisions that are remembered.</summary>
    public int Count => _count;

    /// <summary>Takes in a stored revision. Any order; a row that is known already is ignored.</summary>
    public void Restore(IdentityRow row)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row.Revision, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(row.TurnCount, 1);
        var key = ConversationIdentity.KeyHash(row.Key);
        for (var at = _newest[Slot(key)]; at > 0; at = At(at).Next)
        {
            if (At(at).Key == key && At(at).Revision == row.Revision)
                return;
        }

        Add(key, row.TurnCount, row.ContentHash, row.Revision);
    }

    /// <summary>Says what a conversation is, and remembers it when it is new or re-opened.</summary>
    public IdentityVerdict Classify(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var turns = conversation.Turns;
        var key = ConversationIdentity.KeyHash(conversation.Key);
        var hash = ConversationIdentity.ContentHash(turns, turns.Count);
        var newest = 0;
        for (var at = _newest[Slot(key)]; at > 0; at = At(at).Next)
        {
            ref var entry = ref At(at);
            if (entry.Key != key)
                continue;
            if (entry.TurnCount == turns.Count && entry.ContentHash == hash)
                return new IdentityVerdict(IdentityOutcome.Duplicate, entry.Revision, hash);
            if (newest == 0 || entry.Revision > At(newest).Revision)
                newest = at;
        }

        if (newest == 0)
        {
            Add(key, turns.Count, hash, conversation.Revision);
            return new IdentityVerdict(IdentityOutcome.New, conversation.Revision, hash);
        }

        var (seenTurns, seenHash, seenRevision) = (At(newest).TurnCount, At(newest).ContentHash, At(newest).Revision);
        if (turns.Count <= seenTurns || ConversationIdentity.ContentHash(turns, seenTurns) != seenHash)
            return new IdentityVerdict(IdentityOutcome.Conflict, seenRevision, hash);
        Add(key, turns.Count, hash, seenRevision + 1);
        return new IdentityVerdict(IdentityOutcome.Reopened, seenRevision + 1, hash);
    }

    /// <summary>Entries are numbered from 1, so that 0 ends a chain.</summary>
    private ref Entry At(int number) => ref _pages[(number - 1) >> PageBits][(number - 1) & (PageSize - 1)];

    private int Slot(UInt128 key) => (int)((ulong)key & (ulong)(_newest.Length - 1));

    private void Add(UInt128 key, int turnCount, long contentHash, int revision)
    {
        if (_count == _newest.Length)
            Widen();
        if ((_count & (PageSize - 1)) == 0)
            _pages.Add(new Entry[PageSize]);
        _count++;
        ref var first = ref _newest[Slot(key)];
        At(_count) = new Entry
        {
            KeyLow = (ulong)key,
            KeyHigh = (ulong)(key >> 64),
            ContentHash = contentHash,
            TurnCount = turnCount,
            Revision = revision,
            Next = first,
        };
        first = _count;
    }

    private void Widen()
    {
        _newest = new int[checked(_newest.Length * 2)];
        for (var number = 1; number <= _count; number++)
        {
            ref var entry = ref At(number);
            ref var first = ref _newest[Slot(entry.Key)];
            entry.Next = first;
            first = number;
        }
    }

    /// <summary>40 bytes; the slot that leads to it adds 4 to 8.</summary>
    private struct Entry
    {
        public ulong KeyLow;
        public ulong KeyHigh;
        public long ContentHash;
        public int TurnCount;
        public int Revision;
        public int Next;

        public readonly UInt128 Key => new(KeyHigh, KeyLow);
    }
}
