using System.Collections.Generic;
using ConvoEval.Domain.Runs;

namespace ConvoEval.Storage;

/// <summary>Everything that one batch of a run produced. It is committed as a whole or not at all.</summary>
public sealed record BatchRecord
{
    /// <summary>Position in the run, from 0, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>Conversations new to the run.</summary>
    public required IReadOnlyList<ConversationRecord> Conversations { get; init; }

    /// <summary>Pieces of input that could not be read, in order of reading.</summary>
    public IReadOnlyList<RejectedInput> Rejected { get; init; } = [];

    /// <summary>Conversations left out because they were stored already.</summary>
    public int Duplicates { get; init; }

    /// <summary>Conversations that continued one stored earlier.</summary>
    public int Reopened { get; init; }

    /// <summary>Conversations that contradict one stored under the same key.</summary>
    public int Conflicts { get; init; }

    /// <summary>What else was counted, by name and subject, such as read:web or masked:EMAIL; each at least 0.</summary>
    public IReadOnlyDictionary<string, long> Counters { get; init; } = new Dictionary<string, long>();
}
