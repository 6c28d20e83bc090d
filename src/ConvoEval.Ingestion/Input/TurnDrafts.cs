using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Ingestion.Input;

/// <summary>Collects the turns of a chat in which tool results follow the turn that called the tool.</summary>
internal sealed class TurnDrafts
{
    private readonly List<TurnDraft> _turns = [];
    private readonly Dictionary<string, (TurnDraft Turn, int Call)> _open = new(StringComparer.Ordinal);

    public int Count => _turns.Count;

    public void Add(TurnDraft turn) => _turns.Add(turn);

    /// <summary>Adds a call to a turn. Of two open calls with the same id the later one gets the result.</summary>
    public void AddCall(TurnDraft turn, string? id, ToolCall call)
    {
        turn.Calls.Add(call);
        if (id is not null)
            _open[id] = (turn, turn.Calls.Count - 1);
    }

    /// <summary>Puts a result into its call. False = there is no open call of that id.</summary>
    public bool TryAddResult(string id, string result, bool? isOk)
    {
        if (!_open.Remove(id, out var place))
            return false;
        place.Turn.Calls[place.Call] = place.Turn.Calls[place.Call] with { Result = result, IsOk = isOk };
        return true;
    }

    /// <exception cref="RecordFault">There is no turn.</exception>
    public IReadOnlyList<Turn> ToTurns()
        => _turns.Count > 0
            ? _turns.Select((turn, index) => turn.ToTurn(index)).ToList()
            : throw new RecordFault("no_turns", "$.messages: expected at least one turn, found none");
}
