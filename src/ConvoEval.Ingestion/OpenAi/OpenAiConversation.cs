using System;
using System.Collections.Generic;
using System.Text.Json;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Input;
using ConvoEval.Ingestion.Reading;

namespace ConvoEval.Ingestion.OpenAi;

/// <summary>Reads what stands around the messages. Each fact may stand in <c>metadata</c> or beside the messages.</summary>
internal static class OpenAiConversation
{
    private static readonly string[] Id = ["conversation_id", "conversationId", "id"];
    private static readonly string[] Version = ["bot_version", "botVersion", "version"];
    private static readonly string[] Bot = ["bot_id", "botId", "bot"];
    private static readonly string[] Scenario = ["scenario_id", "scenarioId", "scenario"];
    private static readonly string[] Trial = ["trial"];
    private static readonly string[] Channel = ["channel"];
    private static readonly string[] Language = ["language"];
    private static readonly string[] User = ["user_key", "userKey", "user_id", "userId", "user"];
    private static readonly string[] Started = ["started_at", "startedAt", "created_at", "createdAt", "created"];
    private static readonly string[] Ended = ["ended_at", "endedAt"];
    private static readonly string[] Cost = ["cost_usd", "costUsd"];

    /// <summary>Fields of a training or request file that say nothing about the conversation.</summary>
    private static readonly string[] Other =
        ["messages", "metadata", "model", "tools", "functions", "tool_choice", "parallel_tool_calls", "temperature", "top_p", "max_tokens", "seed"];

    private static readonly HashSet<string> Known = new(
        [.. Id, .. Version, .. Bot, .. Scenario, .. Trial, .. Channel, .. Language, .. User, .. Started, .. Ended, .. Cost, .. Other],
        StringComparer.Ordinal);

    public static Conversation Read(RecordNode record, TranscriptSource source, string fallbackId, FileNotes notes)
    {
        if (record.Find("messages") is null)
            throw record.Missing("messages");
        var metadata = record.Node("metadata");
        var turns = OpenAiTurns.Read(record, notes);
        foreach (var field in record.Fields)
        {
            if (!Known.Contains(field.Name))
                notes.Json.AddUnknownField(field.Name);
        }

        return new Conversation
        {
            Key = new ConversationKey(source.Name, Text(metadata, record, Id) ?? fallbackId),
            ScenarioId = Text(metadata, record, Scenario),
            Trial = (int)Math.Min(int.MaxValue, Place(metadata, record, Trial) is { } trial ? trial.Node.Whole(trial.Name) ?? 0 : 0),
            Channel = Text(metadata, record, Channel),
            Language = Text(metadata, record, Language),
            BotId = Text(metadata, record, Bot),
            BotVersion = source.BotVersion ?? Text(metadata, record, Version),
            StartedAt = (Place(metadata, record, Started) is { } start ? start.Node.Time(start.Name) : null) ?? First(turns),
            EndedAt = (Place(metadata, record, Ended) is { } end ? end.Node.Time(end.Name) : null) ?? Last(turns),
            UserKey = Text(metadata, record, User),
            CostUsd = Place(metadata, record, Cost) is { } cost ? cost.Node.Positive(cost.Name) : null,
            Tags = Tags(metadata),
            Turns = turns,
        };
    }

    private static string? Text(RecordNode? metadata, RecordNode record, string[] names)
        => Place(metadata, record, names) is { } place && place.Node.TextOrNumber(place.Name) is { Length: > 0 } text ? text : null;

    private static (RecordNode Node, string Name)? Place(RecordNode? metadata, RecordNode record, string[] names)
    {
        foreach (var name in names)
        {
            if (metadata is { } inside && inside.Find(name) is not null)
                return (inside, name);
        }

        foreach (var name in names)
        {
            if (record.Find(name) is not null)
                return (record, name);
        }

        return null;
    }

    /// <summary>Metadata of other names, as far as it is plain: labels of the source's own.</summary>
    private static Dictionary<string, string> Tags(RecordNode? metadata)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        if (metadata is not { } inside)
            return tags;
        foreach (var field in inside.Fields)
        {
            if (Known.Contains(field.Name))
                continue;
            if (field.Value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                tags[field.Name] = field.Value.GetRawText();
            else if (field.Value.ValueKind == JsonValueKind.String)
                tags[field.Name] = RecordNode.TextOf(field.Value, $"{inside.Path}.{field.Name}");
        }

        return tags;
    }

    private static DateTimeOffset? First(IReadOnlyList<Turn> turns)
    {
        foreach (var turn in turns)
        {
            if (turn.At is { } at)
                return at;
        }

        return null;
    }

    private static DateTimeOffset? Last(IReadOnlyList<Turn> turns)
    {
        DateTimeOffset? last = null;
        foreach (var turn in turns)
            last = turn.At > last || last is null ? turn.At ?? last : last;
        return last;
    }
}
