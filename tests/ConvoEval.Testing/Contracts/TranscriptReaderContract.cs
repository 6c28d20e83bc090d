using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Formats;
using ConvoEval.Ingestion.Reading;
using Xunit;

namespace ConvoEval.Testing.Contracts;

/// <summary>What every transcript reader promises, whatever its format. A subclass says how its files look.</summary>
public abstract class TranscriptReaderContract : IDisposable
{
    private const string SourceName = "shop";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("convoeval-reader-");

    /// <summary>The reader under test.</summary>
    protected abstract ITranscriptReader CreateReader();

    /// <summary>JSON of one conversation: a user turn with the text, then a bot turn "ok".</summary>
    protected abstract string Item(string id, string userText);

    /// <summary>JSON that stands where a conversation should and is none, though its brackets close.</summary>
    protected abstract string BrokenItem { get; }

    /// <summary>A whole file of items.</summary>
    protected abstract string FileOf(IEnumerable<string> items);

    /// <summary>An item before which an empty line may stand; false for formats that do not go by lines.</summary>
    protected virtual bool GoesByLines => true;

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Conversations_come_in_the_order_of_the_file_with_source_file_and_line()
    {
        var items = await ReadAsync(Utf8(Items("a", "b", "c")));
        Assert.Equal(["a", "b", "c"], items.OfType<ReadItem.Read>().Select(item => item.Conversation.Key.SourceId));
        Assert.All(items.OfType<ReadItem.Read>(), item => Assert.Equal(SourceName, item.Conversation.Key.Source));
        Assert.Equal([1, 2, 3], items.OfType<ReadItem.Read>().Select(item => item.Line));
        Assert.All(items.OfType<ReadItem.Read>(), item => Assert.Equal("shown.json", item.File));
        Assert.Empty(Rejections(items));
    }

    [Fact]
    public async Task Turns_carry_role_text_and_position()
    {
        var conversation = Assert.Single(Conversations(await ReadAsync(Utf8(FileOf([Item("a", "Wo ist 🛒 \"meins\"?\n")])))));
        Assert.Equal([(0, TurnRole.User, "Wo ist 🛒 \"meins\"?\n"), (1, TurnRole.Bot, "ok")], conversation.Turns.Select(turn => (turn.Index, turn.Role, turn.Text)));
    }

    [Fact]
    public async Task A_broken_item_in_the_middle_is_rejected_with_its_place_and_the_rest_is_read()
    {
        var items = await ReadAsync(Utf8(FileOf([Item("a", "x"), BrokenItem, Item("c", "x")])));
        Assert.Equal(["a", "c"], Conversations(items).Select(conversation => conversation.Key.SourceId));
        var rejected = Assert.Single(Rejections(items));
        Assert.Equal(("shown.json", 2L), (rejected.File, rejected.Line));
        Assert.Contains("expected", rejected.Message, StringComparison.Ordinal);
        Assert.Contains("found", rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_is_no_json_is_rejected_and_the_rest_is_read()
    {
        var items = await ReadAsync(Utf8(FileOf([Item("a", "x"), "{\"messages\":nul,}", Item("c", "x")])));
        Assert.Equal(["a", "c"], Conversations(items).Select(conversation => conversation.Key.SourceId));
        Assert.Equal(("invalid_json", 2L), Assert.Single(Rejections(items).Select(rejected => (rejected.ReasonCode, rejected.Line))));
    }

    [Fact]
    public async Task Rejections_never_repeat_the_transcript()
    {
        var items = await ReadAsync(Utf8(FileOf([Item("a", "Geheimnis").Replace("\"user\"", "\"Geheimnis\"", StringComparison.Ordinal)])));
        Assert.DoesNotContain("Geheimnis", Assert.Single(Rejections(items)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n \r\n\n")]
    public async Task A_file_without_anything_is_one_rejection_of_the_file(string content)
    {
        var rejected = Assert.IsType<ReadItem.Rejected>(Assert.Single(await ReadAsync(Utf8(content))));
        Assert.Equal(("empty_file", 0L), (rejected.Input.ReasonCode, rejected.Input.Line));
    }

    [Fact]
    public async Task Empty_lines_are_passed_over_but_counted()
    {
        Assert.SkipUnless(GoesByLines, "the format does not go by lines");
        var items = await ReadAsync(Utf8("\n" + Item("a", "x") + "\r\n  \n" + Item("b", "x")));
        Assert.Equal([2, 4], items.OfType<ReadItem.Read>().Select(item => item.Line));
        Assert.Empty(Rejections(items));
    }

    [Fact]
    public async Task A_byte_order_mark_does_not_matter()
        => Assert.Equal(2, Conversations(await ReadAsync(Utf8("\uFEFF" + Items("a", "b")))).Count);

    [Fact]
    public async Task Gzip_reads_like_the_plain_file_by_its_content_not_by_its_name()
    {
        var plain = Utf8(Items("a", "b", "c"));
        Assert.Equal(Bytes(await ReadAsync(plain)), Bytes(await ReadAsync(Gzip(plain))));
    }

    [Fact]
    public async Task Gzip_in_several_members_reads_to_the_end()
    {
        var text = Items("a", "b", "c");
        var (first, second) = (Utf8(text[..(text.Length / 2)]), Utf8(text[(text.Length / 2)..]));
        var items = await ReadAsync([.. Gzip(first), .. Gzip(second)]);
        Assert.Equal(3, Conversations(items).Count);
        Assert.Empty(Rejections(items));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public async Task A_truncated_gzip_gives_what_came_before_and_one_rejection(double kept)
    {
        var seeded = new Random(7);
        var whole = Gzip(Utf8(FileOf(Enumerable.Range(0, 400).Select(i => Item($"id-{i}", Noise(seeded, 300))))));
        var items = await ReadAsync(whole[..(int)(whole.Length * kept)]);
        Assert.InRange(Conversations(items).Count, 1, 400);
        Assert.Equal("truncated_gzip", Assert.Single(Rejections(items)).ReasonCode);
    }

    [Fact]
    public async Task A_gzip_without_its_last_bytes_is_called_truncated()
    {
        var whole = Gzip(Utf8(Items("a", "b")));
        Assert.Equal("truncated_gzip", Assert.Single(Rejections(await ReadAsync(whole[..^3]))).ReasonCode);
    }

    [Fact]
    public async Task A_file_cut_in_the_last_item_gives_the_others_and_one_rejection()
    {
        var text = Items("a", "b", "c");
        var items = await ReadAsync(Utf8(text[..text.LastIndexOf("ok", StringComparison.Ordinal)]));
        Assert.Equal(["a", "b"], Conversations(items).Select(conversation => conversation.Key.SourceId));
        Assert.Equal(3, Assert.Single(Rejections(items)).Line);
    }

    [Fact]
    public async Task A_turn_of_ten_megabytes_is_read()
    {
        var text = new string('ä', 5 << 20);
        Assert.Equal(text, Assert.Single(Conversations(await ReadAsync(Utf8(FileOf([Item("a", text)]))))).Turns[0].Text);
    }

    [Fact]
    public async Task An_item_longer_than_allowed_is_rejected_and_the_rest_is_read()
    {
        var source = SourceOf(Utf8(FileOf([Item("a", "x"), Item("b", new string('x', 2 << 20)), Item("c", "x")]))) with { MaxItemBytes = 1 << 20 };
        var items = await ReadAsync(source);
        Assert.Equal(["a", "c"], Conversations(items).Select(conversation => conversation.Key.SourceId));
        Assert.Equal(("line_too_long", 2L), Assert.Single(Rejections(items).Select(rejected => (rejected.ReasonCode, rejected.Line))));
    }

    [Fact]
    public async Task The_same_id_twice_passes_through()
        => Assert.Equal(["a", "a"], Conversations(await ReadAsync(Utf8(Items("a", "a")))).Select(conversation => conversation.Key.SourceId));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Utf16_is_one_clear_rejection(bool hasMark)
    {
        var encoding = new UnicodeEncoding(bigEndian: false, byteOrderMark: hasMark);
        var rejected = Assert.IsType<ReadItem.Rejected>(Assert.Single(await ReadAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(Items("a", "b"))])));
        Assert.Equal("invalid_encoding", rejected.Input.ReasonCode);
        Assert.Contains("UTF-16", rejected.Input.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_reject_their_item_only()
    {
        var items = await ReadAsync(Encoding.Latin1.GetBytes(FileOf([Item("a", "x"), Item("b", "Gr\u00fc\u00dfe"), Item("c", "x")])));
        Assert.Equal(["a", "c"], Conversations(items).Select(conversation => conversation.Key.SourceId));
        Assert.Equal(("invalid_encoding", 2L), Assert.Single(Rejections(items).Select(rejected => (rejected.ReasonCode, rejected.Line))));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_a_field_name_rejects_its_item_at_most()
    {
        var strange = "{\"\\ud83d\":1," + Item("a", "x").TrimStart()[1..];
        var items = await ReadAsync(Utf8(FileOf([strange, Item("b", "x")])));
        Assert.Contains("b", Conversations(items).Select(conversation => conversation.Key.SourceId));
    }

    [Fact]
    public async Task Damaged_files_never_stop_the_program()
    {
        const int Seed = 41;
        var random = new Random(Seed);
        var whole = Utf8(FileOf([Item("a", "x \\ 🛒"), Item("b", "y"), Item("c", "z")]));
        for (var round = 0; round < 300; round++)
        {
            var damaged = whole.ToArray();
            for (var i = random.Next(1, 6); i > 0; i--)
                damaged[random.Next(damaged.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : random.GetItems("{}[]\",:\\0e-.\n\0u"u8, 1)[0];
            var fault = await Record.ExceptionAsync(() => ReadAsync(round % 7 == 0 ? Gzip(damaged)[..^random.Next(12)] : damaged));
            Assert.True(fault is null, $"seed {Seed}, round {round}: {fault}");
        }
    }

    [Fact]
    public async Task Half_a_surrogate_pair_rejects_its_item_only()
    {
        var items = await ReadAsync(Utf8(FileOf([Item("a", "HALF").Replace("HALF", "\\ud83d", StringComparison.Ordinal), Item("b", "x")])));
        Assert.Equal(["b"], Conversations(items).Select(conversation => conversation.Key.SourceId));
        Assert.Equal(("invalid_encoding", 1L), Assert.Single(Rejections(items).Select(rejected => (rejected.ReasonCode, rejected.Line))));
    }

    [Fact]
    public async Task A_missing_file_and_a_folder_are_clear_rejections()
    {
        var missing = await ReadAsync(new TranscriptSource { Name = SourceName, Path = Path.Combine(_folder.FullName, "none") });
        Assert.Equal("file_missing", Assert.Single(Rejections(missing)).ReasonCode);
        var folder = await ReadAsync(new TranscriptSource { Name = SourceName, Path = _folder.FullName });
        Assert.Equal("not_a_file", Assert.Single(Rejections(folder)).ReasonCode);
    }

    [Fact]
    public async Task A_zip_archive_is_refused_by_name()
        => Assert.Contains("zip", Assert.Single(Rejections(await ReadAsync([(byte)'P', (byte)'K', 3, 4, 20, 0, 0, 0]))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Cancelling_midway_stops_with_the_exception_of_cancelling()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var read = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in CreateReader().ReadAsync(SourceOf(Utf8(Items("a", "b", "c"))), stop.Token))
            {
                read++;
                await stop.CancelAsync();
            }
        });
        Assert.Equal(1, read);
    }

    [Fact]
    public async Task The_version_of_the_source_wins()
        => Assert.Equal("v9", Assert.Single(Conversations(await ReadAsync(SourceOf(Utf8(Items("a"))) with { BotVersion = "v9" }))).BotVersion);

    [Fact]
    public void An_option_that_the_format_does_not_have_is_refused()
    {
        var source = new TranscriptSource { Name = SourceName, Path = "x", Options = new Dictionary<string, string> { ["colour"] = "blue" } };
        var fault = Assert.Throws<ArgumentException>(() => CreateReader().ReadAsync(source, CancellationToken.None));
        Assert.Contains("colour", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_twice_gives_the_same_bytes()
    {
        var file = Utf8(Items("a", "b", "c"));
        Assert.Equal(Bytes(await ReadAsync(file)), Bytes(await ReadAsync(file)));
    }

    [Fact]
    public async Task The_format_is_found_by_its_content()
    {
        var source = SourceOf(Utf8(Items("a", "b")));
        var found = await TranscriptFormats.DetectAsync(source.Path, TestContext.Current.CancellationToken);
        Assert.Equal(CreateReader().Format, found?.Format);
    }

    /// <summary>Everything that comes out of a file with this content.</summary>
    protected Task<List<ReadItem>> ReadAsync(byte[] content) => ReadAsync(SourceOf(content));

    /// <summary>Everything that comes out of a source.</summary>
    protected async Task<List<ReadItem>> ReadAsync(TranscriptSource source)
    {
        var items = new List<ReadItem>();
        await foreach (var item in CreateReader().ReadAsync(source, TestContext.Current.CancellationToken))
            items.Add(item);
        return items;
    }

    /// <summary>A file with this content, as a source.</summary>
    protected TranscriptSource SourceOf(byte[] content)
    {
        var path = Path.Combine(_folder.FullName, "transcripts");
        File.WriteAllBytes(path, content);
        return new TranscriptSource { Name = SourceName, Path = path, DisplayPath = "shown.json" };
    }

    protected static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    protected static List<Conversation> Conversations(IEnumerable<ReadItem> items)
        => items.OfType<ReadItem.Read>().Select(item => item.Conversation).ToList();

    protected static List<RejectedInput> Rejections(IEnumerable<ReadItem> items)
        => items.OfType<ReadItem.Rejected>().Select(item => item.Input).ToList();

    private static byte[] Bytes(IEnumerable<ReadItem> items) => [.. Conversations(items).SelectMany(TranscriptJson.Serialize)];

    private static byte[] Gzip(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(plain);
        return packed.ToArray();
    }

    private static string Noise(Random seeded, int length)
        => string.Create(length, seeded, (text, random) => random.GetItems("abcdefghijklmnopqrstuvwxyz0123456789 ", text));

    private string Items(params string[] ids) => FileOf(ids.Select(id => Item(id, "x")));
}
