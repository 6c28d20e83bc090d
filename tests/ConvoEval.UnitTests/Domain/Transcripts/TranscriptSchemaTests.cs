using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using ConvoEval.Domain.Transcripts;
using Xunit;

namespace ConvoEval.UnitTests.Domain.Transcripts;

/// <summary>docs/formats/transcript.schema.json tells editors and other programs what the reader takes.</summary>
public sealed class TranscriptSchemaTests
{
    private static readonly Conversation Full = new()
    {
        Key = new ConversationKey("shop", "7"),
        Revision = 2,
        ScenarioId = "s",
        Trial = 1,
        Channel = "web",
        Language = "de",
        BotId = "b",
        BotVersion = "1",
        StartedAt = DateTimeOffset.UnixEpoch,
        EndedAt = DateTimeOffset.UnixEpoch,
        EndReason = EndReason.Timeout,
        UserKey = "u",
        Tags = new Dictionary<string, string> { ["tag"] = "x" },
        Survey = new Survey { Csat = 5, Nps = 9, Ces = 2, IsHigherCesEasier = true },
        Events = [new ConversationEvent { Type = "lead", Name = "n", At = DateTimeOffset.UnixEpoch, TurnIndex = 0, Amount = 1, Currency = "EUR" }],
        CostUsd = 1,
        Expectation = new TaskExpectation { Actions = [Call()], CommunicateInfo = ["1"] },
        Turns =
        [
            new Turn
            {
                Index = 0,
                Role = TurnRole.Bot,
                Text = "x",
                At = DateTimeOffset.UnixEpoch,
                Latency = TimeSpan.FromSeconds(1),
                Belief = new BotBelief { Model = "m", Top = [new IntentCandidate("i", 0.5)], IsFallback = true },
                Signals = (TurnSignals)63,
                ToolCalls = [Call()],
                Passages = [new RetrievedPassage("p", "x")],
                Tokens = new TokenUsage(1, 2),
                CostUsd = 1,
            },
        ],
    };

    [Fact]
    public void Schema_and_writer_know_the_same_fields()
    {
        using var written = JsonDocument.Parse(TranscriptJson.Serialize(Full));
        // The one field that is read and never written.
        var expected = new SortedSet<string>(StringComparer.Ordinal) { "turns[].index" };
        AddFields(written.RootElement, "", expected);

        using var schema = JsonDocument.Parse(File.ReadAllBytes(SchemaPath()));
        var found = new SortedSet<string>(StringComparer.Ordinal);
        AddProperties(schema.RootElement, schema.RootElement, "", found);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void Reader_knows_every_field_that_is_written()
    {
        var notes = new TranscriptJsonNotes();
        Assert.True(TranscriptJson.TryRead(TranscriptJson.Serialize(Full), null, notes, out _, out _));
        Assert.Empty(notes.UnknownFields);
    }

    private static ToolCall Call() => new() { Name = "f", ArgumentsJson = "1", Result = "r", IsOk = true };

    private static void AddFields(JsonElement value, string path, SortedSet<string> fields)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                AddFields(item, path + "[]", fields);
        }
        else if (value.ValueKind == JsonValueKind.Object && path != "tags")
        {
            foreach (var field in value.EnumerateObject())
            {
                var name = path.Length > 0 ? $"{path}.{field.Name}" : field.Name;
                fields.Add(name);
                AddFields(field.Value, name, fields);
            }
        }
    }

    private static void AddProperties(JsonElement root, JsonElement schema, string path, SortedSet<string> fields)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            AddProperties(root, root.GetProperty("$defs").GetProperty((reference.GetString() ?? "").Split('/')[^1]), path, fields);
        if (schema.TryGetProperty("items", out var items))
            AddProperties(root, items, path + "[]", fields);
        if (schema.TryGetProperty("anyOf", out var choices))
        {
            foreach (var choice in choices.EnumerateArray())
                AddProperties(root, choice, path, fields);
        }

        if (!schema.TryGetProperty("properties", out var properties))
            return;
        foreach (var property in properties.EnumerateObject())
        {
            var name = path.Length > 0 ? $"{path}.{property.Name}" : property.Name;
            fields.Add(name);
            AddProperties(root, property.Value, name, fields);
        }
    }

    private static string SchemaPath()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ConvoEval.sln")))
                return Path.Combine(folder.FullName, "docs", "formats", "transcript.schema.json");
        }

        throw new DirectoryNotFoundException("Expected a folder with ConvoEval.sln above the tests, found none.");
    }
}
