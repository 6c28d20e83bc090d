using System;
using System.Collections.Generic;

namespace ConvoEval.Domain.Transcripts;

/// <summary>What was strange but no fault while conversations were read; one for a whole file. Not thread-safe.</summary>
public sealed class TranscriptJsonNotes
{
    /// <summary>Most distinct unknown names that are kept apart; the others are counted together.</summary>
    public const int MaxNames = 100;

    private const int MaxNameLength = 80;
    private const string OtherNames = "(other names)";
    private readonly SortedDictionary<string, long> _unknownFields = new(StringComparer.Ordinal);

    /// <summary>How often each unknown field was met, by its path such as <c>turns[].mood</c>, in ordinal order.</summary>
    public IReadOnlyDictionary<string, long> UnknownFields => _unknownFields;

    /// <summary>Turns that lie before the turn before them in time.</summary>
    public long SkewedTurns { get; private set; }

    /// <summary>Counts a field that the reader does not know.</summary>
    public void AddUnknownField(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = path.Length <= MaxNameLength ? path : string.Concat(path.AsSpan(0, MaxNameLength), "…");
        if (_unknownFields.Count >= MaxNames && !_unknownFields.ContainsKey(name))
            name = OtherNames;
        _unknownFields[name] = _unknownFields.GetValueOrDefault(name) + 1;
    }

    /// <summary>Counts the turns of a conversation that go back in time.</summary>
    public void AddSkew(IReadOnlyList<Turn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        DateTimeOffset? latest = null;
        foreach (var turn in turns)
        {
            if (turn.At < latest)
                SkewedTurns++;
            latest = turn.At ?? latest;
        }
    }
}
