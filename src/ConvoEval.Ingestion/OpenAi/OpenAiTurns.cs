using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Input;

namespace ConvoEval.Ingestion.OpenAi;

/// <summary>Reads the messages of a chat into turns; a tool message becomes the result of its call.</summary>
internal static class OpenAiTurns
{
    private static readonly string[] TimeNames = ["timestamp", "created_at", "createdAt", "at"];

    private static readonly HashSet<string> Known = new(
        [
            "role", "content", "name", "tool_calls", "tool_call_id", "function_call", "refusal", "audio", "annotations", "reasoning",
            "reasoning_content", "weight", "id", "usage", .. TimeNames,
        ],
        StringComparer.Ordinal);

    public static IReadOnlyList<Turn> Read(RecordNode record, FileNotes notes)
    {
        var turns = new TurnDrafts();
        foreach (var message in record.Nodes("messages"))
        {
            foreach (var field in message.Fields)
            {
                if (!Known.Contains(field.Name))
                    notes.Json.AddUnknownField("messages[]." + field.Name);
            }

            Add(turns, message, notes);
        }

        return turns.ToTurns();
    }

    private static void Add(TurnDrafts turns, RecordNode message, FileNotes notes)
    {
        var role = Role(message);
        var text = Content(message, notes);
        if (role == TurnRole.Tool)
        {
            // The older function messages name the function, which the call was filed under.
            var id = message.Text("tool_call_id") ?? message.Text("name");
            if (id is not null && turns.TryAddResult(id, text ?? "", null))
                return;
            notes.Add("unmatched_result");
        }

        var turn = new TurnDraft
        {
            Role = role,
            Text = text ?? (role == TurnRole.Bot ? message.Text("refusal") : null) ?? "",
            At = Time(message),
            Tokens = Tokens(message),
        };
        foreach (var call in message.Nodes("tool_calls"))
            AddCall(turns, turn, call);
        if (message.Node("function_call") is { } function)
            turns.AddCall(turn, function.RequiredText("name"), Call(function, "arguments"));
        turns.Add(turn);
    }

    private static TurnRole Role(RecordNode message) => message.RequiredText("role") switch
    {
        "user" => TurnRole.User,
        "assistant" => TurnRole.Bot,
        "system" or "developer" => TurnRole.System,
        "tool" or "function" => TurnRole.Tool,
        "human_agent" => TurnRole.HumanAgent,
        _ => throw new RecordFault(
            "unknown_value",
            $"{message.At("role")}: expected one of system, developer, user, assistant, tool, function, human_agent, found another word"),
    };

    /// <summary>The text of a message; null when it has none.</summary>
    private static string? Content(RecordNode message, FileNotes notes)
    {
        if (message.Find("content") is not { } content)
            return null;
        if (content.ValueKind == JsonValueKind.String)
            return RecordNode.TextOf(content, message.At("content"));
        var text = new StringBuilder();
        foreach (var part in message.Nodes("content"))
        {
            var words = part.Text("text") ?? part.Text("refusal");
            if (words is null)
                notes.Add("unread_part");
            else
                text.Append(text.Length > 0 ? "\n" : "").Append(words);
        }

        return text.ToString();
    }

    private static void AddCall(TurnDrafts turns, TurnDraft turn, RecordNode call)
    {
        var id = call.Text("id");
        if (call.Node("function") is { } function)
            turns.AddCall(turn, id, Call(function, "arguments"));
        else
            turns.AddCall(turn, id, Call(call.RequiredNode("custom"), "input"));
    }

    /// <summary>Arguments are JSON in a string; what is none (models do that) is kept as a JSON string.</summary>
    private static ToolCall Call(RecordNode function, string argumentsName)
    {
        var name = function.RequiredText("name");
        if (function.Find(argumentsName) is not { ValueKind: JsonValueKind.String })
            return new ToolCall { Name = name, ArgumentsJson = function.Json(argumentsName) };
        var text = function.Text(argumentsName) ?? "";
        if (text.Length == 0)
            return new ToolCall { Name = name };
        return new ToolCall
        {
            Name = name,
            ArgumentsJson = CanonicalJson.TryNormalize(text, out var canonical) ? canonical : CanonicalJson.OfText(text),
        };
    }

    private static DateTimeOffset? Time(RecordNode message)
    {
        foreach (var name in TimeNames)
        {
            if (message.Time(name) is { } time)
                return time;
        }

        return null;
    }

    private static TokenUsage? Tokens(RecordNode message)
        => message.Node("usage") is { } usage && usage.Whole("prompt_tokens") is { } input && usage.Whole("completion_tokens") is { } output
            ? new TokenUsage(input, output)
            : null;
}
