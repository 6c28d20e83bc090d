using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Files;
using ConvoEval.GoldenSets.Reviews;
using Xunit;

namespace ConvoEval.UnitTests.GoldenSets.Files;

public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Published_schemas_name_the_fields_that_are_written()
    {
        var set = SampleGoldenSet.Create();
        set = set with
        {
            Items = [set.Items[0] with
            {
                Required = [new GoldenStatement { Id = "r1", Text = "t" }],
                Forbidden = [new GoldenStatement { Id = "f1", Text = "t", IsCritical = true }],
            }],
            Verdicts = [set.Verdicts[2]],
        };
        await GoldenSetWriter.WriteAsync(set, new GoldenSetDocuments(), _folder.Path, Token);
        await ReviewSheetWriter.WriteAsync(
            [new ReviewLine { Id = "r", Conversation = new("a", "b"), TurnIndex = 1, BotVersion = "A", Question = "q", Response = "r", Probability = 1 }],
            _folder["sheet.jsonl"], Token);
        await AssertSameFieldsAsync("golden-set.manifest.schema.json", "manifest.json");
        await AssertSameFieldsAsync("golden-set.item.schema.json", "items.jsonl");
        await AssertSameFieldsAsync("golden-set.verdict.schema.json", "verdicts.jsonl");
        await AssertSameFieldsAsync("review-line.schema.json", "sheet.jsonl");
    }

    [Theory]
    [InlineData("golden-set.item.schema.json", "items.jsonl")]
    [InlineData("golden-set.verdict.schema.json", "verdicts.jsonl")]
    public async Task What_a_schema_requires_the_reader_requires_as_well(string schema, string file)
    {
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Schema(schema), Token));
        foreach (var name in document.RootElement.GetProperty("required").EnumerateArray().Select(entry => entry.GetString() ?? ""))
        {
            await GoldenSetWriter.WriteAsync(SampleGoldenSet.Create(), new GoldenSetDocuments(), _folder.Path, Token);
            var lines = await File.ReadAllLinesAsync(_folder[file], Token);
            var fields = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(lines[0]) ?? [];
            Assert.True(fields.Remove(name));
            lines[0] = JsonSerializer.Serialize(fields);
            await File.WriteAllTextAsync(_folder[file], string.Join('\n', lines) + "\n", Token);
            var findings = (await GoldenSetReader.ReadAsync(_folder.Path, Token)).Findings;
            Assert.Contains((file, "missing_field", name), findings.Select(finding => (finding.File, finding.Code, finding.Subject)));
            File.Delete(_folder["manifest.json"]);
        }
    }

    [Fact]
    public async Task Every_code_of_a_finding_is_explained()
    {
        var text = await File.ReadAllTextAsync(Schema("golden-set.md"), Token);
        var sources = Directory.EnumerateFiles(Path.Combine(Root, "src", "ConvoEval.GoldenSets"), "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) is "Formats" or "Rules" or "Files" or "Checks");
        var codes = sources.SelectMany(path => System.Text.RegularExpressions.Regex
            .Matches(File.ReadAllText(path), "(?:Error|Warning|Note)\\(\\s*[^\"]*?\"([a-z]+(?:_[a-z0-9]+)+)\"").Select(match => match.Groups[1].Value)).Distinct().ToList();
        Assert.True(codes.Count > 30, $"only {codes.Count} codes found in the sources");
        Assert.All(codes, code => Assert.Contains($"`{code}`", text));
    }

    private static string Root => Path.GetFullPath(Path.Combine(SampleGoldenSet.HarborBank(), "..", ".."));

    private static string Schema(string name) => Path.Combine(Root, "docs", "formats", name);

    private async Task AssertSameFieldsAsync(string schema, string file)
    {
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Schema(schema), Token));
        var text = await File.ReadAllTextAsync(_folder[file], Token);
        using var written = JsonDocument.Parse(file.EndsWith('l') ? text.Split('\n')[0] : text);
        AssertSameFields(document.RootElement, written.RootElement);
    }

    private static void AssertSameFields(JsonElement schema, JsonElement written)
    {
        if (written.ValueKind == JsonValueKind.Array && written.GetArrayLength() > 0)
        {
            AssertSameFields(schema.GetProperty("items"), written[0]);
        }
        else if (written.ValueKind == JsonValueKind.Object)
        {
            var properties = schema.GetProperty("properties");
            Assert.Equal(
                properties.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal),
                written.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
            foreach (var property in written.EnumerateObject())
                AssertSameFields(properties.GetProperty(property.Name), property.Value);
        }
    }
}
