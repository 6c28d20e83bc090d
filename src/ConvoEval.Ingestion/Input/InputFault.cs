using ConvoEval.Domain.Runs;
using ConvoEval.Ingestion.Reading;

namespace ConvoEval.Ingestion.Input;

/// <summary>Why a file, a line or an item could not be read.</summary>
/// <param name="ReasonCode">Snake case.</param>
/// <param name="Message">Expected and found, without transcript text.</param>
internal sealed record InputFault(string ReasonCode, string Message)
{
    /// <summary>The file holds no conversation at all.</summary>
    public static InputFault EmptyFile { get; } = new("empty_file", "expected at least one conversation, found none");

    /// <summary>The rejection of a place in a source; line 0 = the file as a whole.</summary>
    public ReadItem.Rejected At(TranscriptSource source, long line) => new(new RejectedInput
    {
        File = source.Shown,
        Line = line,
        ReasonCode = ReasonCode,
        Message = Message,
    });
}
