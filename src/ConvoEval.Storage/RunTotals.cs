using System;
using System.Collections.Generic;
using System.Linq;

namespace ConvoEval.Storage;

/// <summary>What the committed batches of a run add up to.</summary>
public sealed record RunTotals
{
    /// <summary>Conversations stored, every revision counted.</summary>
    public required long Conversations { get; init; }

    /// <summary>Pieces of input that could not be read.</summary>
    public required long Rejected { get; init; }

    /// <summary>Conversations left out because they were stored already.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Conversations that continued one stored earlier.</summary>
    public required long Reopened { get; init; }

    /// <summary>Conversations that contradict one stored under the same key.</summary>
    public required long Conflicts { get; init; }

    /// <summary>Sums of <see cref="BatchRecord.Counters"/> in ordinal order of name.</summary>
    public IReadOnlyDictionary<string, long> Counters { get; init; } = new Dictionary<string, long>();

    /// <summary>Equal when all counts are, those of <see cref="Counters"/> included.</summary>
    public bool Equals(RunTotals? other) =>
        other is not null && (Conversations, Rejected, Duplicates, Reopened, Conflicts)
            == (other.Conversations, other.Rejected, other.Duplicates, other.Reopened, other.Conflicts)
        && Counters.Count == other.Counters.Count
        && Counters.All(counter => other.Counters.TryGetValue(counter.Key, out var count) && count == counter.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Conversations, Rejected, Duplicates, Reopened, Conflicts);
}
