using System;
using System.Collections.Generic;
using ConvoEval.Domain.Reports;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.UnitTests.Reporting.Samples;

/// <summary>Failures of an invented bank bot.</summary>
internal static class SampleFailures
{
    private static readonly DateOnly LastNight = new(2026, 3, 11);

    public static IReadOnlyList<Failure> Critical { get; } =
    [
        Make("hb-B-S114", FailureKind.CriticalStatement, "card_lost_stolen", "card_lost_stolen.liability/f1",
            "Says that the customer pays for every payment made with a stolen card; the approved answer limits it to EUR 50.",
            "someone paid 320 with my card after i reported it stolen. do i get that back",
            "Payments made with your card are always your own responsibility, also after it was stolen.",
            "always your own responsibility") with { IsNew = true },
        Make("hb-A-S114", FailureKind.CriticalStatement, "card_lost_stolen", "card_lost_stolen.liability/f1",
            "Says that the customer pays for every payment made with a stolen card; the approved answer limits it to EUR 50.",
            "will i be refunded for what the thief spent",
            "You are liable for all payments until the card expires.", "liable for all payments") with { BotVersion = "A", Night = new DateOnly(2026, 3, 4) },
    ];

    public static IReadOnlyList<FailureGroup> Groups { get; } =
    [
        new()
        {
            Kind = FailureKind.Contradicted, Intent = "card_delivery", BotVersion = "B", Count = 17, Conversations = 15, New = 4,
            Examples =
            [
                Make("hb-B-S131", FailureKind.Contradicted, "card_delivery", "card_delivery.time",
                    "Says 3 working days; the approved answer says 5 to 7 working days.", "hi when does my new card arrive its been a week [NAME]",
                    "Your card arrives within 3 working days after you ordered it.", "3 working days") with { IsNew = true },
                Make("hb-B-S087", FailureKind.Contradicted, "card_delivery", "card_delivery.abroad",
                    "Says that cards are sent abroad; the approved answer says they are not.", "can ye post it to spain",
                    "Yes, we send cards to any address in Europe.", "we send cards to any address"),
            ],
        },
        new()
        {
            Kind = FailureKind.Fallback, Intent = "loan_enquiry", BotVersion = "B", Count = 31, Conversations = 24, New = 6,
            Examples =
            [
                Make("hb-B-S140", FailureKind.Fallback, "loan_enquiry", null, "The bot did not understand and repeated its help text.",
                    "whats the apr if i take 12k over 4 years", "Sorry, I did not get that. You can ask me about cards, accounts and loans.",
                    "Sorry, I did not get that") with { IsNew = true },
            ],
        },
        new()
        {
            Kind = FailureKind.Abandoned, Intent = "account_close", BotVersion = "A", Count = 6, Conversations = 6, New = 0,
            Examples =
            [
                Make("hb-A-S052", FailureKind.Abandoned, "account_close", "goal_close_account", "The user left after this answer with the goal open.",
                    "im leaving this bank how do i close", "Please visit a branch.", ""),
            ],
        },
        new() { Kind = FailureKind.ReAsk, Intent = null, BotVersion = null, Count = 1, Conversations = 1, New = 0, Examples = [] },
    ];

    public static Failure Make(
        string id, FailureKind kind, string? intent, string? subject, string explanation, string question, string answer, string quote) => new()
        {
            Conversation = new ConversationKey("harbor-bank", id), BotVersion = "B", Night = LastNight, Kind = kind, TurnIndex = 3, Intent = intent,
            SubjectId = subject, Explanation = explanation, Evidence = quote.Length == 0 ? [] : [EvidenceOf(3, answer, quote)],
            Excerpt =
            [
                new ExcerptTurn(2, TurnRole.User, question, false), new ExcerptTurn(3, TurnRole.Bot, answer, true),
                new ExcerptTurn(4, TurnRole.User, "ok…", false),
            ],
        };

    private static Evidence EvidenceOf(int turn, string text, string quote)
    {
        var start = text.IndexOf(quote, StringComparison.Ordinal);
        return new Evidence(turn, start, start + quote.Length, quote);
    }
}
