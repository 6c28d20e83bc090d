using System.Collections.Generic;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Findings;

namespace ConvoEval.GoldenSets.Formats;

/// <summary>A golden item as a line of <c>items.jsonl</c>.</summary>
internal static class ItemLine
{
    /// <summary>Null with findings when the line is broken.</summary>
    public static GoldenItem? Parse(JsonLine line, FindingList findings)
    {
        using var document = JsonText.Parse(line.Bytes, GoldenFileNames.Items, line.Number, findings);
        if (document is null)
            return null;
        var fields = new JsonFields(document.RootElement, findings, GoldenFileNames.Items, _ => line.Number);
        var item = new GoldenItem
        {
            Id = fields.Text("id"),
            Intent = fields.Text("intent"),
            Question = fields.Text("question"),
            Variants = fields.Texts("variants", isRequired: false),
            Answers = fields.Texts("answers", isRequired: true),
            Required = fields.InnerList("required", ParseStatement),
            Forbidden = fields.InnerList("forbidden", ParseStatement),
            ValidFrom = fields.OptionalDay("validFrom"),
            ValidTo = fields.OptionalDay("validTo"),
        };
        fields.WarnOfUnknown();
        return fields.IsBroken ? null : item;
    }

    public static void Write(CanonicalJson json, GoldenItem item)
    {
        json.Open('{')
            .Name("id").Value(item.Id)
            .Name("intent").Value(item.Intent)
            .Name("question").Value(item.Question)
            .Name("variants").Values(item.Variants)
            .Name("answers").Values(item.Answers);
        WriteStatements(json.Name("required"), item.Required, mayBeCritical: false);
        WriteStatements(json.Name("forbidden"), item.Forbidden, mayBeCritical: true);
        json.Name("validFrom").Value(item.ValidFrom).Name("validTo").Value(item.ValidTo).Close('}').LineEnd();
    }

    private static GoldenStatement ParseStatement(JsonFields fields) => new()
    {
        Id = fields.Text("id"),
        Text = fields.Text("text"),
        IsCritical = fields.Flag("critical"),
    };

    private static void WriteStatements(CanonicalJson json, IReadOnlyList<GoldenStatement> statements, bool mayBeCritical)
    {
        json.Open('[');
        foreach (var statement in statements)
        {
            json.Open('{').Name("id").Value(statement.Id).Name("text").Value(statement.Text);
            if (mayBeCritical)
                json.Name("critical").Value(statement.IsCritical);
            json.Close('}');
        }

        json.Close(']');
    }
}
