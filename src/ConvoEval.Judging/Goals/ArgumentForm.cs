using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace ConvoEval.Judging.Goals;

/// <summary>
/// The arguments of a call in a form in which equal meanings are equal texts: keys sorted, numbers without trailing zeros, texts trimmed, and lists as
/// multisets. Lists of one call that belong together item by item (equal lengths, such as old and new items) are sorted as rows.
/// </summary>
internal static class ArgumentForm
{
    public static string Of(string? argumentsJson)
    {
        if (string.IsNullOrWhiteSpace(argumentsJson))
            return "{}";
        try
        {
            using var document = JsonDocument.Parse(argumentsJson);
            return Form(document.RootElement);
        }
        catch (JsonException)
        {
            return argumentsJson.Trim();
        }
    }

    private static string Form(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => FormObject(element),
        JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(Form).Order(StringComparer.Ordinal)) + "]",
        JsonValueKind.String => JsonSerializer.Serialize(element.GetString()?.Trim() ?? "", ArgumentJsonContext.Default.String),
        JsonValueKind.Number => Number(element),
        _ => element.GetRawText(),
    };

    private static string FormObject(JsonElement element)
    {
        var fields = element.EnumerateObject().OrderBy(field => field.Name, StringComparer.Ordinal).ToList();
        var lists = fields.Where(field => field.Value.ValueKind == JsonValueKind.Array && field.Value.GetArrayLength() > 1).ToList();
        var rows = lists.Count > 1 && lists.All(field => field.Value.GetArrayLength() == lists[0].Value.GetArrayLength()) ? Rows(lists) : null;
        var parts = new List<string>();
        foreach (var field in fields)
            if (rows is null || field.Value.ValueKind != JsonValueKind.Array || field.Value.GetArrayLength() <= 1)
                parts.Add($"{field.Name}:{Form(field.Value)}");
        if (rows is not null)
            parts.Add($"{string.Join('+', lists.Select(field => field.Name))}:{rows}");
        return "{" + string.Join(',', parts) + "}";
    }

    private static string Rows(List<JsonProperty> lists)
    {
        var rows = new List<string>();
        for (var i = 0; i < lists[0].Value.GetArrayLength(); i++)
        {
            var at = i;
            rows.Add(string.Join('>', lists.Select(field => Form(field.Value[at]))));
        }

        return "[" + string.Join(',', rows.Order(StringComparer.Ordinal)) + "]";
    }

    private static string Number(JsonElement element) => element.TryGetDecimal(out var number)
        ? (number / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
        : element.GetRawText();
}
