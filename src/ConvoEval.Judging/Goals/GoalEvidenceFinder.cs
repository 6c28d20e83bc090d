using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Goals;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Judging.Rules;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Goals;

/// <summary>
/// Looks in the log for what shows that a goal was reached by the bot: nothing behind an accepted hand-over or the first turn of a human agent counts.
/// </summary>
internal sealed class GoalEvidenceFinder
{
    private readonly Conversation _conversation;
    private readonly IReadOnlyList<LabelledTurn> _labels;
    private readonly int _end;

    public GoalEvidenceFinder(Conversation conversation, IReadOnlyList<LabelledTurn> labels)
    {
        _conversation = conversation;
        _labels = labels;
        _end = EndOfBot(conversation);
    }

    /// <summary>The strongest evidence: event before tool call, expected actions, intent, phrase; null when there is none.</summary>
    public ReachedGoal? Find(GoalDefinition goal)
    {
        foreach (var evidence in goal.ReachedBy.OrderBy(Strength))
            if (Find(evidence) is { } reached)
                return reached;
        return null;
    }

    private static int Strength(GoalEvidence evidence) => evidence switch
    {
        GoalEvidence.Event => 0,
        GoalEvidence.Tool => 1,
        GoalEvidence.ExpectedActions => 2,
        GoalEvidence.Intent => 3,
        GoalEvidence.Phrase => 4,
        _ => throw new UnreachableException(),
    };

    private static int EndOfBot(Conversation conversation)
    {
        var end = conversation.Turns.Count;
        foreach (var turn in conversation.Turns)
            if (turn.Role == TurnRole.HumanAgent)
                end = Math.Min(end, turn.Index);
        foreach (var happened in conversation.Events)
            if (happened is { Type: "handover_accepted", TurnIndex: { } at })
                end = Math.Min(end, at + 1);
        return end;
    }

    private ReachedGoal? Find(GoalEvidence evidence) => evidence switch
    {
        GoalEvidence.Event wanted => FindEvent(wanted),
        GoalEvidence.Tool tool => FindTool(tool),
        GoalEvidence.Intent intent => FindIntent(intent),
        GoalEvidence.Phrase phrase => FindPhrase(phrase),
        GoalEvidence.ExpectedActions expected => ExpectedActionsCheck.Find(_conversation, expected, _end),
        _ => throw new UnreachableException(),
    };

    private ReachedGoal? FindEvent(GoalEvidence.Event wanted)
    {
        foreach (var happened in _conversation.Events)
        {
            var fits = happened.Type == wanted.Type
                && (wanted.Name is null || happened.Name == wanted.Name)
                && (wanted.MinAmount is not { } least || happened.Amount >= least)
                && (happened.TurnIndex is not { } at || at < _end);
            if (fits)
                return new ReachedGoal("event", $"event {happened.Type}{(happened.Name is null ? "" : " " + happened.Name)}", []);
        }

        return null;
    }

    private ReachedGoal? FindTool(GoalEvidence.Tool tool)
    {
        foreach (var turn in BotTurns())
            foreach (var call in turn.ToolCalls)
                if (call.Name == tool.Name && call.IsOk != false)
                    return new ReachedGoal("tool_call", string.Create(CultureInfo.InvariantCulture, $"the bot called {tool.Name} in turn {turn.Index}"), []);
        return null;
    }

    private ReachedGoal? FindIntent(GoalEvidence.Intent intent)
    {
        foreach (var (index, label) in _labels)
        {
            if (index >= _end || label.IsOutOfScope || label.Intent != intent.Name)
                continue;
            var turn = _conversation.Turns[index];
            return new ReachedGoal("intent", $"a user turn with the intent {intent.Name}", [RuleEvidence.Whole(turn)]);
        }

        return null;
    }

    private ReachedGoal? FindPhrase(GoalEvidence.Phrase phrase)
    {
        var role = phrase.IsSaidByUser ? TurnRole.User : TurnRole.Bot;
        var forms = phrase.AnyOf.Select(text => (Text: text, Form: Form(text))).Where(entry => entry.Form.Length > 2).ToList();
        foreach (var turn in _conversation.Turns.Where(turn => turn.Role == role && turn.Index < _end))
        {
            var spoken = Form(turn.Text);
            foreach (var (text, form) in forms)
                if (spoken.Contains(form, StringComparison.Ordinal))
                    return new ReachedGoal("phrase", $"the phrase \"{text}\"", [RuleEvidence.Whole(turn)]);
        }

        return null;
    }

    private static string Form(string text) => " " + string.Join(' ', Words.Tokens(text)) + " ";

    private IEnumerable<Turn> BotTurns() => _conversation.Turns.Where(turn => turn.Role == TurnRole.Bot && turn.Index < _end);
}
