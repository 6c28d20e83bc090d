using System;
using System.Collections.Generic;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Storage;

namespace ConvoEval.Testing.Contracts;

/// <summary>Small records for tests of stores.</summary>
public static class StoreSamples
{
    /// <summary>
    /// Texts that databases and encodings tend to lose: NUL, escapes, emoji, halves of surrogate pairs, SQL.
    /// </summary>
    public static IReadOnlyList<string> AwkwardTexts { get; } =
    [
        "a\0b",
        "\0",
        "\u001B0041 and \u001B",
        "smile \U0001F600 family \U0001F468\u200D\U0001F469",
        "half \uD83D pair",
        "other half \uDE00",
        "\uDE00\uD83D",
        "'); DROP TABLE run; --",
        "\uFEFF\uFFFE\uFFFF",
        " blank at both ends ",
        "line\r\nbreak\ttab",
        "e\u0301 is not \u00E9",
        "%_[]*?$run_no",
    ];

    /// <summary>A judge.</summary>
    public static JudgeDigest Judge { get; } = 
        new("rules", "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef");

    /// <summary>A label model.</summary>
    public static ModelIdentity Model { get; } =
        new("intents", "1.2.0", "3fdba35f04dc8c462986c992bcf875546257113072a909c162f7e470e581e278");

    /// <summary>A run with the given name and plan hash.</summary>
    public static NewRun Run(string name, string planHash) => new()
    {
        RunId = new RunId(name),
        PlanHash = planHash,
        PlanJson = """{"seed":7}""",
        StartedAt = new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.Zero),
    };

    /// <summary>A key in the source "web".</summary>
    public static ConversationKey Key(string id) => new("web", id);

    /// <summary>A conversation with one label and one graded verdict.</summary>
    public static ConversationRecord Record(string id, int revision) => Record(Key(id), revision);

    /// <summary>A conversation with one label and one graded verdict.</summary>
    public static ConversationRecord Record(ConversationKey key, int revision) => new()
    {
        Conversation = new Conversation
        {
            Key = key,
            Revision = revision,
            BotVersion = "2.0",
            StartedAt = new DateTimeOffset(2026, 2, 28, 23, 59, 0, TimeSpan.Zero),
            Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["team"] = "north" },
            Turns =
            [
                new Turn { Index = 0, Role = TurnRole.User, Text = "Where is my card?" },
                new Turn { Index = 1, Role = TurnRole.Bot, Text = "It was sent on Monday.", CostUsd = 0.0021m },
            ],
        },
        SourceFile = "transcripts/web.jsonl",
        SourceLine = 12,
        ContentHash = 0xFEDCBA9876543210,
        TurnCount = 2,
        RedactionVersion = "1",
        MaskedSpans = 1,
        LabelModel = Model,
        Labels = [Label(0, "card_delivery")],
        Verdicts = [Graded("content_adherence", 1, Grade.NotContradicted)],
        Facts = new ConversationFacts
        {
            Key = key,
            Revision = revision,
            BotVersion = "2.0",
            UserTurns = 1,
            BotTurns = 1,
        },
    };

    /// <summary>A label on a turn.</summary>
    public static LabelledTurn Label(int turn, string intent) => new(turn, new TurnLabel
    {
        Intent = intent,
        Confidence = 0.8125,
        OutOfScope = 0.1,
        IsOutOfScope = false,
        Candidates = [new IntentCandidate(intent, 0.8125), new IntentCandidate("lost_card", null)],
        Set = [intent, "lost_card"],
    });

    /// <summary>A grade by <see cref="Judge"/>.</summary>
    public static Verdict.Graded Graded(string criterion, int? turn, Grade grade) => new()
    {
        Criterion = criterion,
        TurnIndex = turn,
        Judge = Judge,
        ReasonCode = "compared",
        Grade = grade,
    };

    /// <summary>A missing grade by <see cref="Judge"/>.</summary>
    public static Verdict.Unscored Unscored(string criterion, int? turn, UnscoredReason reason) => new()
    {
        Criterion = criterion,
        TurnIndex = turn,
        Judge = Judge,
        ReasonCode = "no_reply",
        Reason = reason,
    };

    /// <summary>A batch of conversations.</summary>
    public static BatchRecord Batch(int number, params ConversationRecord[] conversations) =>
        new() { Number = number, Conversations = conversations };
}
