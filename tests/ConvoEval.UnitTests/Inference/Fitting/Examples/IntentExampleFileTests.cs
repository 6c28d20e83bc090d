using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using ConvoEval.Inference.Fitting.Examples;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Fitting.Examples;

public sealed class IntentExampleFileTests
{
    [Fact]
    public void Json_lines_are_read_and_bad_ones_counted_with_their_line()
    {
        var file = Read("e.jsonl", """
            {"text":"block it","intent":"block","note":"more members do not matter"}

            {"text":"","intent":"block"}
            {"text":"no intent"}
            {"text":5,"intent":"block"}
            not json
            {"text":"open","intent":" open "}
            """);

        Assert.Equal([new("block it", "block"), new("open", "open")], file.Examples);
        Assert.Equal([3, 4, 5, 6], file.Rejected.Select(rejected => rejected.Line));
        Assert.Equal("invalid_json", file.Rejected[3].ReasonCode);
    }

    [Fact]
    public void A_part_of_a_json_object_of_pairs_is_read()
    {
        const string text = """{"train":[["a b","x"],["c","y"],["d"]],"val":[["e","x"]]}""";

        Assert.Equal([new("e", "x")], Read("e.json", text, "#val").Examples);
        Assert.Single(Read("e.json", text, "#train").Rejected);
        Assert.Equal("e.json#val", Read("e.json", text, "#val").Name);
    }

    [Fact]
    public void A_missing_part_is_an_error_that_names_the_parts()
    {
        var error = Assert.Throws<InvalidDataException>(() => Read("e.json", """{"train":[],"val":[]}"""));

        Assert.Contains("train, val", error.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Comma_separated_values_may_be_quoted_and_hold_line_breaks()
    {
        var file = Read("e.csv", "text,category\r\n\"a, \"\"b\"\"\nc\",x\r\nshort\r\nd,y");

        Assert.Equal([new("a, \"b\"\nc", "x"), new("d", "y")], file.Examples);
        Assert.Equal(4, Assert.Single(file.Rejected).Line);
    }

    [Fact]
    public void A_head_row_without_the_columns_is_an_error() =>
        Assert.Throws<InvalidDataException>(() => Read("e.csv", "a,b\n1,2\n"));

    [Fact]
    public void Aligned_lines_are_read_from_both_files()
    {
        using var folder = new TinyModels.Folder();
        File.WriteAllText(Path.Combine(folder.Path, "t.seq.in.txt"), "a\n\nc\n");
        File.WriteAllText(Path.Combine(folder.Path, "t.label.txt"), "x\nx\ny\n");

        var file = IntentExampleFile.Read(Path.Combine(folder.Path, "t.seq.in.txt"));

        Assert.Equal([new("a", "x"), new("c", "y")], file.Examples);
        Assert.Equal(2, Assert.Single(file.Rejected).Line);
    }

    [Fact]
    public void A_packed_file_reads_like_a_plain_one()
    {
        using var folder = new TinyModels.Folder();
        var path = Path.Combine(folder.Path, "e.jsonl.gz");
        using (var stream = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            stream.Write(Encoding.UTF8.GetBytes("""{"text":"a","intent":"x"}"""));
        }

        Assert.Equal([new("a", "x")], IntentExampleFile.Read(path).Examples);
    }

    [Fact]
    public void Bytes_that_are_no_utf_8_are_an_error()
    {
        using var folder = new TinyModels.Folder();
        var path = Path.Combine(folder.Path, "e.jsonl");
        File.WriteAllBytes(path, [0x7B, 0xFF, 0xFE]);

        Assert.Throws<InvalidDataException>(() => IntentExampleFile.Read(path));
    }

    [Fact]
    public void An_unknown_format_is_an_error_that_names_the_known_ones()
    {
        var error = Assert.Throws<InvalidDataException>(() => Read("e.xlsx", "x"));

        Assert.Contains(".jsonl", error.Message, System.StringComparison.Ordinal);
    }

    private static IntentExampleFile Read(string name, string text, string part = "")
    {
        using var folder = new TinyModels.Folder();
        var path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, text);
        return IntentExampleFile.Read(path + part);
    }
}
