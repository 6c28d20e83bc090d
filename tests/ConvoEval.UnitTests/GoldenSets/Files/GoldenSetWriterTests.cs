using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.GoldenSets.Files;
using Xunit;

namespace ConvoEval.UnitTests.GoldenSets.Files;

public sealed class GoldenSetWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static GoldenSetDocuments Documents => new GoldenSetDocuments { Guide = "# Guide\n" }.WithEntry("1", ["First version."]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_shipped_golden_set_written_anew_has_the_same_bytes()
    {
        var shipped = SampleGoldenSet.HarborBank();
        var set = (await GoldenSetReader.ReadAsync(shipped, Token)).Required();
        await GoldenSetWriter.WriteAsync(set, await GoldenSetDocuments.ReadAsync(shipped, Token), _folder.Path, Token);
        foreach (var file in Directory.EnumerateFiles(shipped).Select(path => Path.GetFileName(path)))
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(shipped, file), Token), await File.ReadAllBytesAsync(_folder[file], Token));
    }

    [Fact]
    public async Task A_set_that_was_written_reads_back_the_same()
    {
        var set = SampleGoldenSet.Create();
        var written = await GoldenSetWriter.WriteAsync(set, Documents, _folder.Path, Token);
        var reading = await GoldenSetReader.ReadAsync(_folder.Path, Token);
        Assert.Empty(reading.Findings);
        Assert.Equivalent(written, reading.Required(), strict: true);
        Assert.Equivalent(set with { Digest = written.Digest }, written, strict: true);
    }

    [Fact]
    public async Task The_order_of_the_parts_does_not_show_in_the_bytes()
    {
        using var other = new TemporaryFolder();
        var set = SampleGoldenSet.Create();
        var reversed = set with { Items = [.. set.Items.Reverse()], Verdicts = [.. set.Verdicts.Reverse()] };
        await GoldenSetWriter.WriteAsync(set, Documents, _folder.Path, Token);
        await GoldenSetWriter.WriteAsync(reversed, Documents, other.Path, Token);
        foreach (var file in new[] { "manifest.json", "items.jsonl", "verdicts.jsonl", "CHANGES.md" })
            Assert.Equal(await File.ReadAllBytesAsync(_folder[file], Token), await File.ReadAllBytesAsync(other[file], Token));
    }

    [Fact]
    public async Task Text_of_any_script_quotes_and_control_characters_survive()
    {
        var set = SampleGoldenSet.Create();
        var text = "\"Öffnung\"\\ \t\n\u0001\u2028 日本 😀 \u202E";
        set = set with { Verdicts = [set.Verdicts[0] with { Response = text, Context = text, Reason = text }] };
        await GoldenSetWriter.WriteAsync(set, Documents, _folder.Path, Token);
        var read = (await GoldenSetReader.ReadAsync(_folder.Path, Token)).Required();
        Assert.Equal((text, text, text), (read.Verdicts[0].Response, read.Verdicts[0].Context, read.Verdicts[0].Reason));
        Assert.Contains("日本 😀", await File.ReadAllTextAsync(_folder["verdicts.jsonl"], Token));
    }

    [Fact]
    public async Task The_same_version_with_other_content_is_refused_and_the_folder_untouched()
    {
        var set = SampleGoldenSet.Create();
        await GoldenSetWriter.WriteAsync(set, Documents, _folder.Path, Token);
        var before = await File.ReadAllBytesAsync(_folder["verdicts.jsonl"], Token);
        var edited = set with { Verdicts = [.. set.Verdicts.Skip(1)] };
        var refusal = await Assert.ThrowsAsync<GoldenSetException>(
            () => GoldenSetWriter.WriteAsync(edited, Documents, _folder.Path, Token));
        Assert.Equal("same_version", Assert.Single(refusal.Findings).Code);
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder["verdicts.jsonl"], Token));
    }

    [Fact]
    public async Task The_same_version_with_the_same_content_may_be_written_again()
    {
        var set = SampleGoldenSet.Create();
        var first = await GoldenSetWriter.WriteAsync(set, Documents, _folder.Path, Token);
        var second = await GoldenSetWriter.WriteAsync(set, Documents, _folder.Path, Token);
        Assert.Equal(first.Digest, second.Digest);
    }

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_old_one()
    {
        var set = SampleGoldenSet.Create();
        await GoldenSetWriter.WriteAsync(set, Documents, _folder.Path, Token);
        var next = set with { Version = "2", Verdicts = [.. set.Verdicts.Skip(1)] };
        await GoldenSetWriter.WriteAsync(next, Documents.WithEntry("2", ["A verdict less."]), _folder.Path, Token);
        var reading = await GoldenSetReader.ReadAsync(_folder.Path, Token);
        Assert.Empty(reading.Findings);
        Assert.Equal("2", reading.Required().Version);
        Assert.Equal(
            "# Changes\n\n## 2\nA verdict less.\n\n## 1\nFirst version.\n", await File.ReadAllTextAsync(_folder["CHANGES.md"], Token));
    }

    [Fact]
    public async Task Another_set_in_the_folder_is_not_overwritten()
    {
        await GoldenSetWriter.WriteAsync(SampleGoldenSet.Create(), Documents, _folder.Path, Token);
        var other = SampleGoldenSet.Create() with { Name = "bakery", Version = "2" };
        var refusal = await Assert.ThrowsAsync<GoldenSetException>(
            () => GoldenSetWriter.WriteAsync(other, Documents, _folder.Path, Token));
        Assert.Equal("other_set", Assert.Single(refusal.Findings).Code);
    }

    [Fact]
    public async Task An_invalid_set_is_not_written_and_all_reasons_are_given()
    {
        var set = SampleGoldenSet.Create();
        set = set with
        {
            Version = "../2",
            Items = [.. set.Items, set.Items[0]],
            Verdicts = [.. set.Verdicts, set.Verdicts[0] with { Id = "B", ItemId = "none", TurnIndex = 3 }],
        };
        var refusal = await Assert.ThrowsAsync<GoldenSetException>(
            () => GoldenSetWriter.WriteAsync(set, Documents, _folder.Path, Token));
        Assert.Equal(
            ["duplicate_id", "overlapping_validity", "wrong_value", "missing_item"], refusal.Findings.Select(finding => finding.Code));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_refused_because_it_could_not_be_read_back()
    {
        var set = SampleGoldenSet.Create();
        set = set with { Verdicts = [set.Verdicts[0] with { Response = "broken \uD800 text" }] };
        var refusal = await Assert.ThrowsAsync<GoldenSetException>(
            () => GoldenSetWriter.WriteAsync(set, Documents, _folder.Path, Token));
        Assert.Equal("invalid_text", Assert.Single(refusal.Findings).Code);
    }
}
