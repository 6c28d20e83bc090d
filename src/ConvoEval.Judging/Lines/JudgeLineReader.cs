using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using ConvoEval.Domain.Golden;
using ConvoEval.Judging.Contracts;

namespace ConvoEval.Judging.Lines;

/// <summary>
/// Reads the line format of the judge verb: <c>id, question, answer, golden, required, forbidden, context</c>. The answer must be there. Golden texts are strings, or
/// objects with <c>text</c> (forbidden ones also <c>id</c> and <c>critical</c>); a single string stands for a list of one. Unknown fields are passed over.
/// </summary>
public static class JudgeLineReader
{
    /// <summary>Reads one line.</summary>
    /// <returns>The line, or what is wrong with it in words: what was expected, what was found. Never both.</returns>
    public static (JudgeLine? Line, string? Fault) Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return (null, $"expected a JSON object, found {json.ValueKind}");
        try
        {
            return (ReadObject(json), null);
        }
        catch (FormatException wrong)
        {
            return (null, wrong.Message);
        }
    }

    private static JudgeLine ReadObject(JsonElement json)
    {
        var id = json.TryGetProperty("id", out var given) && given.ValueKind is JsonValueKind.String or JsonValueKind.Number ? given.GetRawText() : null;
        var question = Text(json, "question") ?? "";
        return new JudgeLine(id, new ResponseToJudge
        {
            Id = given.ValueKind == JsonValueKind.String ? given.GetString() ?? "" : id ?? "",
            Question = question,
            Response = Text(json, "answer") ?? throw new FormatException("expected a text in \"answer\", found nothing"),
            Context = Text(json, "context") ?? "",
            Items = Items(json, question),
        });
    }

    private static IReadOnlyList<GoldenItem>? Items(JsonElement json, string question)
    {
        var answers = new List<string>();
        foreach (var statement in Statements(json, "golden", "g"))
            answers.Add(statement.Text);
        var required = Statements(json, "required", "r");
        var forbidden = Statements(json, "forbidden", "f");
        if (answers.Count + required.Count + forbidden.Count == 0)
            return json.TryGetProperty("golden", out _) ? [] : null;
        return [new GoldenItem { Id = "line", Intent = "", Question = question, Answers = answers, Required = required, Forbidden = forbidden }];
    }

    private static List<GoldenStatement> Statements(JsonElement json, string name, string prefix)
    {
        var statements = new List<GoldenStatement>();
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return statements;
        if (value.ValueKind != JsonValueKind.Array)
        {
            Add(value);
            return statements;
        }

        foreach (var element in value.EnumerateArray())
            Add(element);
        return statements;

        void Add(JsonElement element)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{prefix}{statements.Count + 1}");
            statements.Add(element.ValueKind switch
            {
                JsonValueKind.String => new GoldenStatement { Id = id, Text = NotEmpty(element.GetString(), name) },
                JsonValueKind.Object => new GoldenStatement
                {
                    Id = Text(element, "id") ?? id,
                    Text = NotEmpty(Text(element, "text"), name),
                    IsCritical = prefix == "f" && element.TryGetProperty("critical", out var critical) && critical.ValueKind == JsonValueKind.True,
                },
                _ => throw new FormatException($"expected a text or an object in \"{name}\", found {element.ValueKind}"),
            });
        }
    }

    private static string NotEmpty(string? text, string name) =>
        string.IsNullOrWhiteSpace(text) ? throw new FormatException($"expected a text in \"{name}\", found an empty one") : text;

    private static string? Text(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw new FormatException($"expected a text in \"{name}\", found {value.ValueKind}");
    }
}
