using System;
using System.Collections.Generic;

namespace ConvoEval.Scoring.Facts;

/// <summary>
/// What the calculator of facts cannot see in one conversation: what was run, and what the source as a whole records.
/// </summary>
public sealed class FactsOptions
{
    /// <summary>
    /// Whether the workspace defines goals. Without goals, the number of opened goals is unknown, not 0. Default false.
    /// </summary>
    public bool AreGoalsDefined { get; init; }

    /// <summary>
    /// Whether an intent model labelled the user turns. Default false: known only where a label is there.
    /// </summary>
    public bool IsClassified { get; init; }

    /// <summary>
    /// Whether a judge of the criterion <c>fallback</c> looked at every bot turn; it gives verdicts only where the bot
    /// fell back. Default false.
    /// </summary>
    public bool IsFallbackJudged { get; init; }

    /// <summary>
    /// Whether the source records hand-overs: true = no trace of one means there was none; false = it never does; null
    /// (default) = judged by the conversation, which must show an event, a signal or an end reason for its silence to
    /// count.
    /// </summary>
    public bool? SourceRecordsHandover { get; init; }

    /// <summary>
    /// Intents that open a conversation without saying what it is about, such as greetings. Default none.
    /// </summary>
    public IReadOnlySet<string> SmallTalkIntents { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Intents of the classifier. A belief of the bot outside of them has a name of the bot's own and is not compared.
    /// Default none.
    /// </summary>
    public IReadOnlySet<string> ClassifierIntents { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Recognises a user text that asks for a human; such a conversation counts as escalated. Null (default) = texts
    /// are not read. Must be pure and safe to call from several threads.
    /// </summary>
    public Func<string, bool>? IsEscalationRequest { get; init; }
}
