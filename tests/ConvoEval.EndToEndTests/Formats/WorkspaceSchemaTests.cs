using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ConvoEval.Testing.Processes;
using Xunit;

namespace ConvoEval.EndToEndTests.Formats;

/// <summary>
/// The schemas that editors use know the keys and words that the program takes, no more and no fewer. What the program takes, it says itself:
/// every mapping below has an unknown key, and the message lists the known ones.
/// </summary>
public sealed partial class WorkspaceSchemaTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private string _messages = "";

    /// <summary>Schema, path of the mapping in it, and the places in the messages whose known keys make it up.</summary>
    public static TheoryData<string, string, string> Mappings => new()
    {
        { "convoeval", "", "convoeval.yaml: zzz" },
        { "convoeval", "bot", "bot.zzz" },
        { "convoeval", "sources[]", "sources[0].zzz" },
        { "convoeval", "models", "models.zzz" },
        { "convoeval", "compare", "compare.zzz" },
        { "convoeval", "run", "run.zzz" },
        { "goals", "", "goals.yaml: zzz" },
        { "goals", "goals[]", "goals[0].zzz" },
        { "goals", "goals[].reachedBy[]", "goals[0].reachedBy[0].zzz goals[0].reachedBy[1].zzz goals[0].reachedBy[2].zzz goals[0].reachedBy[3].zzz goals[0].reachedBy[4].zzz" },
        { "judges", "", "judges.yaml: zzz" },
        { "judges", "judges[]", "judges[0].zzz" },
        { "kpis", "", "kpis.yaml: zzz" },
        { "kpis", "kpis", "kpis.zzz" },
        { "kpis", "kpis.fallback", "kpis.fallback.zzz" },
        { "gate-overrides", "", "gate-overrides.yaml: zzz" },
        { "gate-overrides", "overrides[]", "overrides[0].zzz" },
    };

    /// <summary>Schema, path of a key with fixed words, and its place in the messages.</summary>
    public static TheoryData<string, string, string> Words => new()
    {
        { "convoeval", "sources[].format", "sources[0].format" },
        { "convoeval", "sources[].reward", "sources[0].reward" },
        { "goals", "goals[].reachedBy[].by", "goals[0].reachedBy[3].by" },
        { "judges", "judges[].id", "judges[0].id" },
    };

    public async ValueTask InitializeAsync()
    {
        _folder.Write("convoeval.yaml", """
            name: x
            zzz: 1
            bot: {zzz: 1}
            sources: [{name: a, format: zzz, reward: zzz, path: none, zzz: 1}]
            models: {intents: none, zzz: 1}
            goals: goals.yaml
            judges: judges.yaml
            kpis: kpis.yaml
            compare: {zzz: 1}
            run: {zzz: 1}
            """);
        _folder.Write("goals.yaml", """
            zzz: 1
            goals:
              - zzz: 1
                reachedBy:
                  - {event: a, zzz: 1}
                  - {tool: a, zzz: 1}
                  - {intent: a, zzz: 1}
                  - {phrase: a, by: zzz, zzz: 1}
                  - {expectedActions: true, zzz: 1}
            """);
        _folder.Write("judges.yaml", "zzz: 1\njudges: [{id: zzz, zzz: 1}]\n");
        _folder.Write("kpis.yaml", "zzz: 1\nkpis: {zzz: {}, fallback: {zzz: 1}}\n");
        _folder.Write("gate-overrides.yaml", "zzz: 1\noverrides: [{zzz: 1}]\n");
        var result = await ConvoEvalProgram.RunAsync(_folder.Path, "kpis", "list", "--workspace", ".");
        Assert.Equal(2, result.ExitCode);
        _messages = result.Messages;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Mappings))]
    public void Schema_has_the_keys_that_the_program_takes(string schema, string path, string places)
    {
        var taken = places.StartsWith(schema, StringComparison.Ordinal) && places.Contains(": ", StringComparison.Ordinal)
            ? Said(schema + ".yaml", "zzz")
            : places.Split(' ').SelectMany(place => Said(schema + ".yaml", place));
        var properties = Find(schema, path).GetProperty("properties").EnumerateObject().Select(property => property.Name);
        Assert.Equal(taken.Distinct().Order(StringComparer.Ordinal), properties.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Mappings))]
    public void Schema_refuses_other_keys_as_the_program_does(string schema, string path, string places)
    {
        Assert.NotEmpty(places);
        Assert.False(Find(schema, path).GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Schema_has_the_words_that_the_program_takes(string schema, string path, string place) => Assert.Equal(
        Said(schema + ".yaml", place),
        Find(schema, path).GetProperty("enum").EnumerateArray().Select(word => word.GetString() ?? ""));

    [Fact]
    public void Workspaces_of_the_samples_name_their_schema()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("samples"), "*.yaml", SearchOption.AllDirectories))
        {
            var schema = SchemaLine().Match(File.ReadLines(file).First());
            Assert.True(schema.Success, file);
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file) ?? "", schema.Groups[1].Value)), file);
        }
    }

    private List<string> Said(string file, string place)
    {
        var match = Regex.Match(_messages, $@"{Regex.Escape(file)}:\d+: {Regex.Escape(place)}: expected one of (.*), found ");
        Assert.True(match.Success, $"{file} {place} is not in: {_messages}");
        return [.. match.Groups[1].Value.Split(", ")];
    }

    private static JsonElement Find(string schema, string path)
    {
        var root = JsonDocument.Parse(File.ReadAllText(Repository.PathOf($"docs/formats/{schema}.schema.json"))).RootElement;
        var found = root;
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var isList = part.EndsWith("[]", StringComparison.Ordinal);
            found = found.GetProperty("properties").GetProperty(isList ? part[..^2] : part);
            if (isList)
                found = found.GetProperty("items");
            if (found.TryGetProperty("$ref", out var reference))
                found = root.GetProperty("$defs").GetProperty(reference.GetString()?["#/$defs/".Length..] ?? "");
        }

        return found;
    }

    [GeneratedRegex("^# yaml-language-server: \\$schema=(.*)$")]
    private static partial Regex SchemaLine();
}
