using System.Collections.Generic;

namespace ConvoEval.Domain.Transcripts;

/// <summary>What a scripted task asks of the bot: the tool calls it should make and the facts it should tell.</summary>
public sealed record TaskExpectation
{
    /// <summary>Calls that the bot should have made, with their arguments as canonical JSON.</summary>
    public IReadOnlyList<ToolCall> Actions { get; init; } = [];

    /// <summary>Values that the bot should have told the user.</summary>
    public IReadOnlyList<string> CommunicateInfo { get; init; } = [];
}
