using System;
using System.Diagnostics;

namespace ConvoEval.Domain.Transcripts;

/// <summary>The words of the neutral format for the values of enumerations.</summary>
internal static class TranscriptJsonWords
{
    /// <summary>Role words that are read; the first five are written, in the order of <see cref="TurnRole"/>.</summary>
    public static readonly string[] Roles =
        ["user", "bot", "human_agent", "system", "tool", "assistant", "agent", "human"];

    /// <summary>In the order of <see cref="EndReason"/>.</summary>
    public static readonly string[] EndReasons = ["unknown", "resolved", "user_left", "handover", "timeout"];

    /// <summary>In the order of the bits of <see cref="TurnSignals"/>.</summary>
    public static readonly TranscriptJsonFields Signals =
        new("noMatch", "noInput", "escalationAsked", "escalated", "abandoned", "webhookFailed");

    public const int SignalCount = 6;

    public static TurnRole Role(int word) => word switch
    {
        0 or 7 => TurnRole.User,
        1 or 5 => TurnRole.Bot,
        2 or 6 => TurnRole.HumanAgent,
        3 => TurnRole.System,
        4 => TurnRole.Tool,
        _ => throw new UnreachableException(),
    };

    public static string Role(TurnRole role)
        => role is >= TurnRole.User and <= TurnRole.Tool ? Roles[(int)role] : throw new ArgumentOutOfRangeException(nameof(role));

    public static string EndReason(EndReason reason)
        => reason is >= Transcripts.EndReason.Unknown and <= Transcripts.EndReason.Timeout
            ? EndReasons[(int)reason]
            : throw new ArgumentOutOfRangeException(nameof(reason));
}
