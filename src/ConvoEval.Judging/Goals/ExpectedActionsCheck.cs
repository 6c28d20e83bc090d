using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Goals;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Goals;

/// <summary>
/// The rule for scripted tasks: every expected write was made successfully with equal arguments, no other write succeeded, and every value to tell was told.
/// Failed calls are ignored; lists of items have no order.
/// </summary>
internal static class ExpectedActionsCheck
{
    /// <summary>Beginnings of the names of tools that only read, used when the goal does not list them.</summary>
    private static readonly string[] ReadingNames =
        ["get_", "find_", "list_", "search_", "check_", "lookup_", "fetch_", "read_", "query_", "verify_", "validate_", "calculate", "think", "transfer_to_human"];

    public static ReachedGoal? Find(Conversation conversation, GoalEvidence.ExpectedActions rule, int end)
    {
        if (conversation.Expectation is not { } expectation)
            return null;
        var wanted = Writes(expectation.Actions, rule);
        var made = Writes(
            conversation.Turns.Where(turn => turn.Role == TurnRole.Bot && turn.Index < end)
                .SelectMany(turn => turn.ToolCalls).Where(call => call.IsOk != false),
            rule);
        if (!IsSameMultiset(wanted, made) || !expectation.CommunicateInfo.All(value => IsTold(conversation, value, end)))
            return null;
        return new ReachedGoal(
            "expected_actions",
            string.Create(CultureInfo.InvariantCulture, $"all {wanted.Count} expected writes made, no other, {expectation.CommunicateInfo.Count} values told"),
            []);
    }

    private static List<string> Writes(IEnumerable<ToolCall> calls, GoalEvidence.ExpectedActions rule) =>
        [.. calls.Where(call => !IsReading(call.Name, rule)).Select(call => call.Name + " " + ArgumentForm.Of(call.ArgumentsJson)).Order(StringComparer.Ordinal)];

    private static bool IsReading(string name, GoalEvidence.ExpectedActions rule) => rule.ReadOnlyTools.Count > 0
        ? rule.ReadOnlyTools.Contains(name, StringComparer.Ordinal)
        : ReadingNames.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal));

    private static bool IsSameMultiset(List<string> wanted, List<string> made) => wanted.SequenceEqual(made, StringComparer.Ordinal);

    private static bool IsTold(Conversation conversation, string value, int end)
    {
        var form = TellingForm(value);
        return conversation.Turns.Any(turn => turn.Role == TurnRole.Bot && turn.Index < end && TellingForm(turn.Text).Contains(form, StringComparison.Ordinal));
    }

    // 1,234.50 and 1234.50 are told alike; the case of letters does not matter.
    private static string TellingForm(string text) => Words.Normalize(text).ToLowerInvariant().Replace(",", "", StringComparison.Ordinal);
}
