using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Ingestion.Reading;

/// <summary>What comes out of a transcript file: a closed hierarchy.</summary>
public abstract record ReadItem
{
    private protected ReadItem()
    {
    }

    /// <summary>A conversation.</summary>
    /// <param name="Conversation">It.</param>
    /// <param name="File">The file, as messages name it.</param>
    /// <param name="Line">Line, or item of the array, from 1.</param>
    public sealed record Read(Conversation Conversation, string File, long Line) : ReadItem;

    /// <summary>A piece that could not be read.</summary>
    /// <param name="Input">Where and why.</param>
    public sealed record Rejected(RejectedInput Input) : ReadItem;

    /// <summary>Something strange that kept nothing from being read, counted over the whole file.</summary>
    /// <param name="Note">What and how often.</param>
    public sealed record Noted(ReadNote Note) : ReadItem;
}
