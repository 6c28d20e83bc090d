using System;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Storage.Columns;
using Microsoft.Data.Sqlite;

namespace ConvoEval.Storage.Sqlite;

/// <summary>Facts as rows. Not thread-safe.</summary>
internal sealed class FactsRows : IDisposable
{
    /// <summary>
    /// Columns in the order of <see cref="Read"/>, for a SELECT with conversations as c and facts as f.
    /// </summary>
    public const string Columns = """
        c.source, c.source_id, c.revision,
        f.bot_version, f.scenario_id, f.trial, f.night, f.user_key, f.intent, f.excluded_because,
        f.goals_opened, f.goals_reached, f.goals_unscored, f.is_escalated, f.is_abandoned,
        f.user_turns, f.bot_turns, f.fallback_turns, f.re_asks,
        f.first_response_seconds, f.handling_seconds, f.cost_usd,
        f.responses_passed, f.responses_failed, f.responses_abstained, f.responses_uncovered, f.responses_unscored,
        f.critical_statements, f.belief_turns, f.belief_disagreements, f.out_of_scope_turns
        """;

    private readonly SqliteStatement _insert;

    public FactsRows(SqliteConnection connection)
    {
        _insert = new SqliteStatement(connection, """
            INSERT INTO facts (
              conversation_no, attempt,
              bot_version, scenario_id, trial, night, user_key, intent, excluded_because,
              goals_opened, goals_reached, goals_unscored, is_escalated, is_abandoned,
              user_turns, bot_turns, fallback_turns, re_asks,
              first_response_seconds, handling_seconds, cost_usd,
              responses_passed, responses_failed, responses_abstained, responses_uncovered, responses_unscored,
              critical_statements, belief_turns, belief_disagreements, out_of_scope_turns)
            VALUES (
              $conversation_no, $attempt,
              $bot_version, $scenario_id, $trial, $night, $user_key, $intent, $excluded_because,
              $goals_opened, $goals_reached, $goals_unscored, $is_escalated, $is_abandoned,
              $user_turns, $bot_turns, $fallback_turns, $re_asks,
              $first_response_seconds, $handling_seconds, $cost_usd,
              $responses_passed, $responses_failed, $responses_abstained, $responses_uncovered, $responses_unscored,
              $critical_statements, $belief_turns, $belief_disagreements, $out_of_scope_turns)
            """);
    }

    /// <summary>Adds facts.</summary>
    /// <param name="conversationNo">Conversation they are about.</param>
    /// <param name="attempt">0 with the batch, one more with each retry.</param>
    /// <param name="facts">The facts.</param>
    public void Insert(long conversationNo, int attempt, ConversationFacts facts) => _insert.Run(
        conversationNo,
        attempt,
        StoredText.WriteOptional(facts.BotVersion),
        StoredText.WriteOptional(facts.ScenarioId),
        facts.Trial,
        facts.Night is { } night ? StoredTime.Write(night) : null,
        StoredText.WriteOptional(facts.UserKey),
        StoredText.WriteOptional(facts.Intent),
        StoredText.WriteOptional(facts.ExcludedBecause),
        facts.GoalsOpened,
        facts.GoalsReached,
        facts.GoalsUnscored,
        facts.IsEscalated,
        facts.IsAbandoned,
        facts.UserTurns,
        facts.BotTurns,
        facts.FallbackTurns,
        facts.ReAsks,
        facts.FirstResponseSeconds,
        facts.HandlingSeconds,
        facts.CostUsd,
        facts.ResponsesPassed,
        facts.ResponsesFailed,
        facts.ResponsesAbstained,
        facts.ResponsesUncovered,
        facts.ResponsesUnscored,
        facts.CriticalStatements,
        facts.BeliefTurns,
        facts.BeliefDisagreements,
        facts.OutOfScopeTurns);

    /// <summary>Reads <see cref="Columns"/>. Texts that repeat from row to row come as the same object.</summary>
    public static ConversationFacts Read(SqliteRow row, RepeatedTexts texts) => new()
    {
        Key = new ConversationKey(texts.Same(row.Text()), row.Text()),
        Revision = row.Int(),
        BotVersion = texts.SameOptional(row.OptionalText()),
        ScenarioId = row.OptionalText(),
        Trial = row.Int(),
        Night = row.OptionalText() is { } night ? StoredTime.ReadDay(night) : null,
        UserKey = row.OptionalText(),
        Intent = texts.SameOptional(row.OptionalText()),
        ExcludedBecause = texts.SameOptional(row.OptionalText()),
        GoalsOpened = row.OptionalInt(),
        GoalsReached = row.OptionalInt(),
        GoalsUnscored = row.Int(),
        IsEscalated = row.OptionalFlag(),
        IsAbandoned = row.OptionalFlag(),
        UserTurns = row.Int(),
        BotTurns = row.Int(),
        FallbackTurns = row.OptionalInt(),
        ReAsks = row.Int(),
        FirstResponseSeconds = row.OptionalNumber(),
        HandlingSeconds = row.OptionalNumber(),
        CostUsd = row.OptionalNumber(),
        ResponsesPassed = row.Int(),
        ResponsesFailed = row.Int(),
        ResponsesAbstained = row.Int(),
        ResponsesUncovered = row.Int(),
        ResponsesUnscored = row.Int(),
        CriticalStatements = row.Int(),
        BeliefTurns = row.Int(),
        BeliefDisagreements = row.Int(),
        OutOfScopeTurns = row.OptionalInt(),
    };

    public void Dispose() => _insert.Dispose();
}
