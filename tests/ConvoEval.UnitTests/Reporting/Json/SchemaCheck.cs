using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace ConvoEval.UnitTests.Reporting.Json;

/// <summary>
/// Checks a document against the part of JSON Schema that our schemas use: type, required, properties, additionalProperties, items, enum,
/// const, minimum, maximum, anyOf and local references. Any other key word but annotations is an error, so that none is passed over.
/// </summary>
internal sealed class SchemaCheck(JsonNode root)
{
    private static readonly HashSet<string> Annotations =
        new(["$schema", "$id", "$defs", "title", "description", "format"], StringComparer.Ordinal);

    private readonly List<string> _found = [];

    public IReadOnlyList<string> Problems(JsonNode? document)
    {
        Check("$", root, document);
        return _found;
    }

    private void Check(string place, JsonNode schema, JsonNode? value)
    {
        foreach (var (word, rule) in schema.AsObject())
        {
            if (Annotations.Contains(word) || rule is null)
                continue;
            switch (word)
            {
                case "$ref":
                    Check(place, Resolve(rule.GetValue<string>()), value);
                    break;
                case "type":
                    var types = rule is JsonArray several ? several.Select(type => type?.GetValue<string>()).ToList() : [rule.GetValue<string>()];
                    if (!types.Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && types.Contains("number")))
                        _found.Add($"{place}: expected {string.Join(" or ", types)}, found {TypeOf(value)}");
                    break;
                case "required":
                    foreach (var name in rule.AsArray().Select(name => name?.GetValue<string>() ?? ""))
                        if (value is JsonObject holder && !holder.ContainsKey(name))
                            _found.Add($"{place}: expected {name}, found none");
                    break;
                case "properties":
                    foreach (var (name, inner) in rule.AsObject())
                        if (inner is not null && value is JsonObject owner && owner.ContainsKey(name))
                            Check(place + "." + name, inner, owner[name]);
                    break;
                case "additionalProperties":
                    foreach (var (name, _) in value as JsonObject ?? [])
                        if (schema["properties"]?.AsObject().ContainsKey(name) != true)
                            _found.Add($"{place}: found {name}, which the schema does not know");
                    break;
                case "items":
                    for (var i = 0; i < ((value as JsonArray)?.Count ?? 0); i++)
                        Check($"{place}[{i}]", rule, value?[i]);
                    break;
                case "enum":
                    if (!rule.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, value)))
                        _found.Add($"{place}: expected one of {rule.ToJsonString()}, found {value?.ToJsonString()}");
                    break;
                case "const":
                    if (!JsonNode.DeepEquals(rule, value))
                        _found.Add($"{place}: expected {rule.ToJsonString()}, found {value?.ToJsonString()}");
                    break;
                case "minimum" or "maximum":
                    if (value is not null && (word == "minimum" ? value.GetValue<double>() < rule.GetValue<double>() : value.GetValue<double>() > rule.GetValue<double>()))
                        _found.Add($"{place}: expected {word} {rule.ToJsonString()}, found {value.ToJsonString()}");
                    break;
                case "anyOf":
                    if (!rule.AsArray().Any(one => one is not null && new SchemaCheck(root).Fits(place, one, value)))
                        _found.Add($"{place}: fits no alternative");
                    break;
                default:
                    throw new NotSupportedException($"The check does not know the key word {word}.");
            }
        }
    }

    private bool Fits(string place, JsonNode schema, JsonNode? value)
    {
        Check(place, schema, value);
        return _found.Count == 0;
    }

    private JsonNode Resolve(string reference)
    {
        var node = root;
        foreach (var step in reference.Split('/').Skip(1))
            node = node[step] ?? throw new InvalidOperationException($"Expected {reference} in the schema, found none.");
        return node;
    }

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => "null",
        System.Text.Json.JsonValueKind.Object => "object",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Number => value.ToJsonString().IndexOfAny(['.', 'e', 'E']) < 0 ? "integer" : "number",
        _ => "boolean",
    };
}
