using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Scoring.Facts;
using static ConvoEval.UnitTests.Scoring.TestConversations;

namespace ConvoEval.UnitTests.Scoring;

/// <summary>
/// The 15 sessions of the reference corpus for KPI semantics (v17_kpi, independent Python implementation on statsmodels 0.13.5 and
/// scipy 1.10.1) as conversations with verdicts. Expected values in the tests that use it come from that file.
/// </summary>
internal static class OracleCorpus
{
    private static readonly Session[] Sessions =
    [
        new("S01", "u1", 3, 3, 0, "completed", 75, 1.2),
        new("S02", "u2", 4, 4, 0, "completed", 300, 0.8),
        new("S03", "u2", 3, 3, 1, "handed_off", 600, 2.4) { Handover = "handover_accepted" },
        new("S04", "u3", 3, 2, 2, "abandoned", 95, 1.5) { End = EndReason.UserLeft },
        new("S05", "u4", 5, 5, 1, "completed failed", 320, 0.9),
        new("S06", "u5", 0, 0, 0, "", 0, null),
        new("S07", "u6", 2, 2, 0, "completed", 60, 0.9) { Tag = "test" },
        new("S08", "u7", 3, 3, 1, "unresolved", 150, 3.1) { Handover = "handover_failed" },
        new("S09", "u8", 2, 2, 0, "completed", 180, 0.7),
        new("S10", "u8", 2, 2, 0, "completed", 180, 0.9),
        new("S11", "u9", 3, 3, 0, "completed", 140, 1.1),
        new("S12", "u9", 3, 3, 0, "completed", 130, 1.0),
        new("S13", "u10", 2, 2, 0, "", 40, 0.6),
        new("S14", "u11", 4, 4, 0, "completed", 220, 1.3),
        new("S15", "u12", 1, 1, 0, "", 15, 0.5) { Tag = "attack" },
    ];

    /// <summary>Facts of all sessions; without user keys no user repeats, as the reference intervals take it.</summary>
    public static IReadOnlyList<ConversationFacts> Facts(bool withUsers)
    {
        var calculator = new FactsCalculator(new FactsOptions
        {
            AreGoalsDefined = true,
            IsFallbackJudged = true,
            SourceRecordsHandover = true,
        });
        return Sessions.Select(session => calculator.Calculate(Conversation(session, withUsers), [], Verdicts(session).ToList())).ToList();
    }

    private static Conversation Conversation(Session session, bool withUsers)
    {
        var turns = new List<Turn>();
        for (var i = 0; i < Math.Max(session.UserTurns, session.BotTurns); i++)
        {
            if (i < session.UserTurns)
                turns.Add(new Turn { Index = turns.Count, Role = TurnRole.User, Text = "question" });
            if (i < session.BotTurns)
                turns.Add(new Turn
                {
                    Index = turns.Count,
                    Role = TurnRole.Bot,
                    Text = "answer",
                    Latency = i == 0 && session.FirstResponse is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                });
        }

        return new Conversation
        {
            Key = new ConversationKey("oracle", session.Id),
            BotVersion = "1",
            UserKey = withUsers ? session.User : null,
            StartedAt = Start,
            EndedAt = Start.AddSeconds(session.LastMessage),
            EndReason = session.End,
            // Costs of the corpus are 374.4 in all; shared out over the 12 eligible sessions they are 31.2 each.
            CostUsd = 31.2m,
            Events = session.Handover is { } type ? [new ConversationEvent { Type = type }] : [],
            Tags = session.Tag is { } tag ? new Dictionary<string, string> { [tag] = "true" } : new Dictionary<string, string>(),
            Turns = turns,
        };
    }

    private static IEnumerable<Verdict> Verdicts(Session session)
    {
        var goals = session.Goals.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < goals.Length; i++)
            yield return Graded("goal_completion", goals[i] == "completed" ? Grade.Pass : Grade.Fail, subject: $"goal{(char)('a' + i)}");
        for (var i = 0; i < session.Fallbacks; i++)
            yield return Graded("fallback", Grade.Fail, 2 * i + 1);
    }

    private sealed record Session(
        string Id, string User, int UserTurns, int BotTurns, int Fallbacks, string Goals, double LastMessage, double? FirstResponse)
    {
        public string? Handover { get; init; }

        public string? Tag { get; init; }

        public EndReason End { get; init; } = EndReason.Resolved;
    }
}
