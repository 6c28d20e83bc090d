using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Ingestion.Formats;
using ConvoEval.Ingestion.Tau2;
using Xunit;

namespace ConvoEval.UnitTests.Ingestion.Formats;

public sealed class TranscriptFormatsTests
{
    [Fact]
    public void Formats_are_found_by_name()
    {
        Assert.Equal(["convoeval", "openai", "tau2"], TranscriptFormats.All.Select(reader => reader.Format));
        Assert.Equal("tau2", TranscriptFormats.Find("Tau2")?.Format);
        Assert.Null(TranscriptFormats.Find("csv"));
    }

    [Fact]
    public void Every_wrong_option_is_named()
    {
        var problems = TranscriptFormats.Problems(new Tau2Reader(), new Dictionary<string, string> { ["reward"] = "no", ["colour"] = "blue", ["version"] = "file" });
        Assert.Equal(
            ["colour: expected reward or version for format tau2, found another option", "reward: expected keep or drop, found \"no\""],
            problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,text\n1,hi\n")]
    [InlineData("{\"a\":1}")]
    [InlineData("[]")]
    public async Task A_file_that_looks_like_nothing_is_no_format(string content)
    {
        var folder = Directory.CreateTempSubdirectory("convoeval-formats-");
        try
        {
            var path = Path.Combine(folder.FullName, "file");
            await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
            Assert.Null(await TranscriptFormats.DetectAsync(path, TestContext.Current.CancellationToken));
            Assert.Null(await TranscriptFormats.DetectAsync(folder.FullName, TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
