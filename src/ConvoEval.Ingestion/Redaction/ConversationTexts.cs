using System;
using System.Collections.Generic;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// Walks over everything in a conversation that a person may have written, always in the same order: turns (text, tool
/// arguments and results, passages), events, tags by ordinal name, expected task.
/// </summary>
internal static class ConversationTexts
{
    /// <summary>Rewrites all texts; records in which nothing changes are kept as they are.</summary>
    public static Conversation Rewrite(Conversation conversation, RewriteText rewrite) => conversation with
    {
        Turns = RewriteAll(conversation.Turns, turn => RewriteTurn(turn, rewrite)),
        Events = RewriteAll(conversation.Events, happened => RewriteEvent(happened, rewrite)),
        Tags = RewriteTags(conversation.Tags, rewrite),
        Expectation = conversation.Expectation is { } expectation ? RewriteExpectation(expectation, rewrite) : null,
    };

    private static Turn RewriteTurn(Turn turn, RewriteText rewrite)
    {
        var text = JsonTexts.Rewrite(null, turn.Text, rewrite);
        var calls = RewriteAll(turn.ToolCalls, call => RewriteCall(call, rewrite));
        var passages = RewriteAll(turn.Passages, passage => RewritePassage(passage, rewrite));
        return ReferenceEquals(text, turn.Text) && ReferenceEquals(calls, turn.ToolCalls) &&
            ReferenceEquals(passages, turn.Passages)
            ? turn
            : turn with { Text = text, ToolCalls = calls, Passages = passages };
    }

    private static ToolCall RewriteCall(ToolCall call, RewriteText rewrite)
    {
        var arguments = call.ArgumentsJson is null ? null : JsonTexts.Rewrite(null, call.ArgumentsJson, rewrite);
        var result = call.Result is null ? null : JsonTexts.Rewrite(null, call.Result, rewrite);
        return ReferenceEquals(arguments, call.ArgumentsJson) && ReferenceEquals(result, call.Result)
            ? call
            : call with { ArgumentsJson = arguments, Result = result };
    }

    private static RetrievedPassage RewritePassage(RetrievedPassage passage, RewriteText rewrite)
    {
        var id = passage.Id is null ? null : rewrite(null, passage.Id);
        var text = rewrite(null, passage.Text);
        return ReferenceEquals(id, passage.Id) && ReferenceEquals(text, passage.Text)
            ? passage
            : passage with { Id = id, Text = text };
    }

    private static ConversationEvent RewriteEvent(ConversationEvent happened, RewriteText rewrite)
    {
        var type = rewrite(null, happened.Type);
        var name = happened.Name is null ? null : rewrite(happened.Type, happened.Name);
        return ReferenceEquals(type, happened.Type) && ReferenceEquals(name, happened.Name)
            ? happened
            : happened with { Type = type, Name = name };
    }

    private static TaskExpectation RewriteExpectation(TaskExpectation expectation, RewriteText rewrite)
    {
        var actions = RewriteAll(expectation.Actions, call => RewriteCall(call, rewrite));
        var told = RewriteAll(expectation.CommunicateInfo, value => rewrite(null, value));
        return ReferenceEquals(actions, expectation.Actions) && ReferenceEquals(told, expectation.CommunicateInfo)
            ? expectation
            : expectation with { Actions = actions, CommunicateInfo = told };
    }

    private static IReadOnlyDictionary<string, string> RewriteTags(
        IReadOnlyDictionary<string, string> tags, RewriteText rewrite)
    {
        var names = new List<string>(tags.Keys);
        names.Sort(StringComparer.Ordinal);
        var rewritten = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var isChanged = false;
        foreach (var name in names)
        {
            var newName = rewrite(null, name);
            var value = rewrite(name, tags[name]);
            isChanged |= !ReferenceEquals(newName, name) || !ReferenceEquals(value, tags[name]);

            // Two spellings of one value become one name: both values are kept.
            rewritten[newName] = rewritten.TryGetValue(newName, out var other) ? $"{other}; {value}" : value;
        }

        return isChanged ? rewritten : tags;
    }

    private static IReadOnlyList<T> RewriteAll<T>(IReadOnlyList<T> items, Func<T, T> rewrite)
        where T : class
    {
        T[]? changed = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = rewrite(items[i]);
            if (changed is null && !ReferenceEquals(item, items[i]))
            {
                changed = [.. items];
            }

            if (changed is not null)
            {
                changed[i] = item;
            }
        }

        return changed ?? items;
    }
}
