using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Files;
using ConvoEval.GoldenSets.Findings;
using Xunit;

namespace ConvoEval.UnitTests.GoldenSets.Files;

public sealed class GoldenSetReaderTests : IDisposable
{
    private const string Items = "items.jsonl";
    private const string Verdicts = "verdicts.jsonl";
    private const string Manifest = "manifest.json";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_shipped_golden_set_is_valid_without_a_warning()
    {
        var reading = await GoldenSetReader.ReadAsync(SampleGoldenSet.HarborBank(), Token);
        Assert.Empty(reading.Findings);
        // Counts as its CHANGES.md states them.
        var set = reading.Required();
        Assert.Equal((89, 760), (set.Items.Count, set.Verdicts.Count));
        Assert.Equal("8c7d74ed8aa5fafa26b53657367524a3642e0fbe6543ac8a55a48b288ffcbece", set.Digest);
    }

    [Theory]
    [InlineData(Verdicts, "\"A-2\"", "\"A-1\"", "duplicate_id", 2)]
    [InlineData(Verdicts, "\"A-2\"", "\"A-0\"", "not_sorted", 2)]
    [InlineData(Verdicts, "\"price.coffee\",\"question\"", "\"price.tea\",\"question\"", "missing_item", 1)]
    [InlineData(Verdicts, "\"hours.saturday.v2\"", "\"hours.saturday.v1\"", "item_not_valid", 4)]
    [InlineData(Verdicts, "0.25", "null", "wrong_probability", 4)]
    [InlineData(Verdicts, "0.25", "0", "wrong_probability", 4)]
    [InlineData(Verdicts, "0.25", "1.5", "wrong_probability", 4)]
    [InlineData(Verdicts, "0.25", "1e999", "wrong_value", 4)]
    [InlineData(Verdicts, "0.25", "\"0.25\"", "wrong_type", 4)]
    [InlineData(Verdicts, "\"curated\",\"probability\":null", "\"curated\",\"probability\":0.5", "wrong_probability", 1)]
    [InlineData(Verdicts, "\"bad\"", "\"poor\"", "wrong_value", 2)]
    [InlineData(Verdicts, "\"bad\"", "\"good\"", "kind_without_bad", 2)]
    [InlineData(Verdicts, "\"turn\":1", "\"turn\":-1", "wrong_value", 1)]
    [InlineData(Verdicts, "\"turn\":1", "\"turn\":1.5", "wrong_value", 1)]
    [InlineData(Verdicts, "\"turn\":1", "\"turn\":1,\"turn\":1", "invalid_json", 1)]
    [InlineData(Verdicts, "\"2026-03-02\"", "\"02.03.2026\"", "wrong_value", 1)]
    [InlineData(Verdicts, "\"Response of A-1.\"", "\" \"", "empty_field", 1)]
    [InlineData(Verdicts, "\"Response of A-1.\"", "\"\\ud800\"", "invalid_text", 1)]
    [InlineData(Verdicts, "\"response\":\"Response of A-1.\",", "", "missing_field", 1)]
    [InlineData(Verdicts, "\"source\":\"kiosk\",", "", "missing_field", 1)]
    [InlineData(Verdicts, "{\"id\":\"A-2\"", "\n{\"id\":\"A-2\"", "empty_line", 2)]
    [InlineData(Verdicts, "{\"id\":\"A-2\"", "[{\"id\":\"A-2\"", "invalid_json", 2)]
    [InlineData(Items, "\"A coffee costs EUR 3.\"", "", "no_answers", 3)]
    [InlineData(Items, "\"A coffee costs EUR 3.\"", "\"\"", "empty_field", 3)]
    [InlineData(Items, "\"2026-02-28\"", "\"2026-03-01\"", "overlapping_validity", 2)]
    [InlineData(Items, "\"2026-02-28\"", "\"2026-02-30\"", "wrong_value", 1)]
    [InlineData(Items, "\"2026-03-01\",\"validTo\":null", "\"2026-03-01\",\"validTo\":\"2026-02-01\"", "empty_validity", 2)]
    [InlineData(Items, "\"required\":[]", "\"required\":[{\"id\":\"r1\",\"text\":\"t\",\"critical\":true}]", "critical_required", 1)]
    [InlineData(Items, "\"required\":[]", "\"required\":[{\"id\":\"r1\",\"text\":\"t\"},{\"id\":\"r1\",\"text\":\"u\"}]", "duplicate_statement_id", 1)]
    [InlineData(Items, "\"required\":[]", "\"required\":[\"t\"]", "wrong_type", 1)]
    [InlineData(Manifest, "convoeval.golden/1", "convoeval.golden/2", "wrong_schema", 4)]
    [InlineData(Manifest, "\"authored\"", "\"machine\"", "wrong_value", 6)]
    [InlineData(Manifest, "20", "100", "wrong_value", 12)]
    [InlineData(Manifest, "\"kiosk\"", "\"../kiosk\"", "wrong_value", 2)]
    [InlineData(Manifest, "\"salt\": \"kiosk/1\",", "", "missing_field", 10)]
    public async Task A_mistake_is_found_with_its_line(string file, string from, string to, string code, int line)
    {
        await WriteSampleAsync();
        await ChangeAsync(file, from, to);
        var errors = (await ReadAsync()).Findings.Where(finding => finding.Severity == GoldenSeverity.Error).ToList();
        Assert.Contains((file, line, code), errors.Select(finding => (finding.File, finding.Line, finding.Code)));
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once_and_there_is_a_draft_but_no_set()
    {
        await WriteSampleAsync();
        await ChangeAsync(Items, "\"2026-02-28\"", "\"2026-03-01\"");
        await ChangeAsync(Verdicts, "\"bad\"", "\"poor\"");
        await ChangeAsync(Manifest, "\"authored\"", "\"machine\"");
        var reading = await ReadAsync();
        Assert.Equal(
            ["overlapping_validity", "wrong_value", "wrong_value"], reading.Findings.Select(finding => finding.Code));
        Assert.Equal([Items, Manifest, Verdicts], reading.Findings.Select(finding => finding.File));
        Assert.Null(reading.Set);
        Assert.Equal(3, Assert.IsType<GoldenSet>(reading.Draft).Verdicts.Count);
        var thrown = Assert.Throws<GoldenSetException>(reading.Required);
        Assert.Equal(3, thrown.Findings.Count);
    }

    [Fact]
    public async Task Content_that_changed_without_a_new_version_is_a_hash_mismatch_that_names_the_hash_found()
    {
        await WriteSampleAsync();
        var text = await File.ReadAllTextAsync(_folder[Items], Token);
        await File.WriteAllTextAsync(_folder[Items], text.Replace("EUR 3", "EUR 4", StringComparison.Ordinal), Token);
        var reading = await ReadAsync();
        Assert.Equal(["itemsSha256", "hash"], reading.Findings.Select(finding => finding.Subject));
        Assert.All(reading.Findings, finding => Assert.Equal("hash_mismatch", finding.Code));
        Assert.Contains(Sha(await File.ReadAllBytesAsync(_folder[Items], Token)), reading.Findings.Select(finding => finding.Found));
    }

    [Fact]
    public async Task A_byte_order_mark_and_carriage_returns_are_named_beside_the_hash_they_break()
    {
        await WriteSampleAsync();
        var text = await File.ReadAllTextAsync(_folder[Items], Token);
        await File.WriteAllTextAsync(_folder[Items], text.Replace("\n", "\r\n", StringComparison.Ordinal), new UTF8Encoding(true), Token);
        var findings = (await ReadAsync()).Findings;
        Assert.Equal(
            ["byte_order_mark", "carriage_return", "hash_mismatch", "hash_mismatch"], findings.Select(finding => finding.Code));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_found_with_their_line_and_the_other_lines_still_read()
    {
        await WriteSampleAsync();
        var bytes = await File.ReadAllBytesAsync(_folder[Items], Token);
        bytes[Array.LastIndexOf(bytes, (byte)'3')] = 0xFF;
        await File.WriteAllBytesAsync(_folder[Items], bytes, Token);
        var reading = await ReadAsync();
        Assert.Contains((Items, 3, "invalid_utf8"), reading.Findings.Select(finding => (finding.File, finding.Line, finding.Code)));
        Assert.Equal(2, reading.Draft?.Items.Count);
    }

    [Fact]
    public async Task A_line_that_breaks_off_is_told_once_by_its_line()
    {
        await WriteSampleAsync();
        var text = await File.ReadAllTextAsync(_folder[Verdicts], Token);
        await File.WriteAllTextAsync(_folder[Verdicts], text[..^30], Token);
        var findings = (await ReadAsync()).Findings;
        Assert.Equal(
            [(4, "invalid_json"), (4, "no_final_line_end")],
            findings.Where(finding => finding.File == Verdicts).Select(finding => (finding.Line, finding.Code)));
    }

    [Fact]
    public async Task Unknown_fields_are_warned_of_and_do_not_stop_the_set()
    {
        await WriteSampleAsync();
        await ChangeAsync(Items, "\"intent\":\"price\"", "\"intent\":\"price\",\"varaints\":[]");
        await ChangeAsync(Manifest, "\"name\"", "\"owner\": \"me\",\n  \"name\"");
        var reading = await ReadAsync();
        Assert.NotNull(reading.Set);
        Assert.Equal([(Items, 3), (Manifest, 2)], reading.Findings.Select(finding => (finding.File, finding.Line)));
        Assert.All(reading.Findings, finding => Assert.Equal((GoldenSeverity.Warning, "unknown_field"), (finding.Severity, finding.Code)));
    }

    [Fact]
    public async Task An_empty_folder_names_all_that_is_missing()
    {
        var reading = await ReadAsync();
        Assert.Null(reading.Draft);
        Assert.Equal(
            [(Items, "missing_file"), (Items, "no_items"), (Manifest, "missing_file"), (Verdicts, "missing_file")],
            reading.Findings.Select(finding => (finding.File, finding.Code)));
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_a_finding_and_no_exception()
    {
        var reading = await GoldenSetReader.ReadAsync(_folder["nowhere"], Token);
        Assert.Null(reading.Set);
        Assert.NotEmpty(reading.Findings);
    }

    [Fact]
    public async Task A_manifest_that_is_no_object_is_an_error_with_its_line()
    {
        await WriteSampleAsync();
        await File.WriteAllTextAsync(_folder[Manifest], "{\n \"name\": \"kiosk\",\n oops\n}\n", Token);
        var reading = await ReadAsync();
        Assert.Equal((3, "invalid_json"), reading.Findings.Where(finding => finding.File == Manifest)
            .Select(finding => (finding.Line, finding.Code)).Single());
        Assert.Null(reading.Draft);
    }

    [Fact]
    public async Task Authored_verdicts_in_a_set_that_claims_people_are_an_error()
    {
        await WriteSampleAsync();
        await ChangeAsync(Manifest, "\"authored\"", "\"human\"");
        var findings = (await ReadAsync()).Findings;
        Assert.Equal(4, findings.Count(finding => finding.Code == "not_human"));
    }

    [Fact]
    public async Task A_set_without_verdicts_is_valid()
    {
        var set = SampleGoldenSet.Create() with { Verdicts = [] };
        await GoldenSetWriter.WriteAsync(set, new GoldenSetDocuments(), _folder.Path, Token);
        Assert.Empty((await ReadAsync()).Required().Verdicts);
    }

    [Fact]
    public async Task Messages_hold_no_words_of_a_conversation()
    {
        var set = SampleGoldenSet.Create();
        set = set with { Verdicts = [set.Verdicts[0] with { Question = "my secret 4711", Response = "your secret 4711" }] };
        await GoldenSetWriter.WriteAsync(set, new GoldenSetDocuments(), _folder.Path, Token);
        await ChangeAsync(Verdicts, "\"context\":\"\"", "\"context\":7");
        await ChangeAsync(Verdicts, "\"price.coffee\"", "\"price.tea\"");
        Assert.All((await ReadAsync()).Findings, finding => Assert.DoesNotContain("4711", finding.ToString()));
    }

    private async Task WriteSampleAsync() => await GoldenSetWriter.WriteAsync(
        SampleGoldenSet.Create(),
        new GoldenSetDocuments { Guide = "# Guide\n" }.WithEntry("1", ["First version."]), _folder.Path, Token);

    private Task<GoldenSetReading> ReadAsync() => GoldenSetReader.ReadAsync(_folder.Path, Token);

    /// <summary>Replaces the first occurrence and, but for the manifest, brings its hashes up to date.</summary>
    private async Task ChangeAsync(string file, string from, string to)
    {
        var text = await File.ReadAllTextAsync(_folder[file], Token);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{from} is not in {file}");
        await File.WriteAllTextAsync(_folder[file], text[..at] + to + text[(at + from.Length)..], Token);
        if (file == Manifest)
            return;
        var hashes = new Dictionary<string, string>
        {
            ["itemsSha256"] = Sha(await File.ReadAllBytesAsync(_folder[Items], Token)),
            ["verdictsSha256"] = Sha(await File.ReadAllBytesAsync(_folder[Verdicts], Token)),
        };
        hashes["hash"] = Sha(Encoding.UTF8.GetBytes($"{hashes["itemsSha256"]}\n{hashes["verdictsSha256"]}"));
        var lines = await File.ReadAllLinesAsync(_folder[Manifest], Token);
        var mended = lines.Select(line => hashes.FirstOrDefault(pair => line.Contains($"\"{pair.Key}\"", StringComparison.Ordinal)) is { Key: { } key, Value: { } hash }
            ? $"  \"{key}\": \"{hash}\"{(line.EndsWith(',') ? "," : "")}"
            : line);
        await File.WriteAllTextAsync(_folder[Manifest], string.Join('\n', mended) + "\n", Token);
    }

    private static string Sha(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
