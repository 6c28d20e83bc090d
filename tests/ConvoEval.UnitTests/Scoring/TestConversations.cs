using System;
using System.Linq;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.UnitTests.Scoring;

/// <summary>Small conversations, labels and verdicts for the tests of scoring.</summary>
internal static class TestConversations
{
    public static readonly DateTimeOffset Start = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    public static readonly JudgeDigest Judge = new("rules", "abc");

    /// <summary>Turns are written as "u: text", "b: text", "h: text" (human agent), "s: text", "t: text".</summary>
    public static Conversation Of(params string[] turns) => new()
    {
        Key = new ConversationKey("test", "c1"),
        Turns = turns.Select(TurnOf).ToList(),
    };

    public static Conversation With(this Conversation conversation, int index, Func<Turn, Turn> change) => conversation with
    {
        Turns = conversation.Turns.Select(turn => turn.Index == index ? change(turn) : turn).ToList(),
    };

    public static LabelledTurn Label(int turn, string intent, bool isOutOfScope = false) => new(
        turn, new TurnLabel { Intent = intent, Confidence = 0.9, OutOfScope = 0, IsOutOfScope = isOutOfScope });

    public static Verdict.Graded Graded(string criterion, Grade grade, int? turn = null, string? subject = null) => new()
    {
        Criterion = criterion,
        Grade = grade,
        TurnIndex = turn,
        SubjectId = subject,
        Judge = Judge,
        ReasonCode = "test",
    };

    public static Verdict.Abstained Abstained(string criterion, int? turn = null, string? subject = null) => new()
    {
        Criterion = criterion,
        TurnIndex = turn,
        SubjectId = subject,
        Judge = Judge,
        ReasonCode = "test",
    };

    public static Verdict.Unscored Unscored(string criterion, int? turn = null, string? subject = null) => new()
    {
        Criterion = criterion,
        TurnIndex = turn,
        SubjectId = subject,
        Judge = Judge,
        ReasonCode = "test",
        Reason = UnscoredReason.Unparsable,
    };

    public static Verdict.NotApplicable NotApplicable(string criterion, string reason, int? turn = null) => new()
    {
        Criterion = criterion,
        TurnIndex = turn,
        Judge = Judge,
        ReasonCode = reason,
    };

    private static Turn TurnOf(string text, int index) => new()
    {
        Index = index,
        Role = text[0] switch
        {
            'u' => TurnRole.User,
            'b' => TurnRole.Bot,
            'h' => TurnRole.HumanAgent,
            's' => TurnRole.System,
            _ => TurnRole.Tool,
        },
        Text = text[2..].Trim(),
    };
}
