using System.Text.Json;
using ConvoEval.Judging.Lines;
using Xunit;

namespace ConvoEval.UnitTests.Judging.Lines;

/// <summary>The line format of the judge verb.</summary>
public sealed class JudgeLineTests
{
    [Fact]
    public void Texts_and_objects_are_read_alike()
    {
        var (line, fault) = Read("""{"id":7,"question":"q","answer":"a","golden":"g","required":["r"],"forbidden":[{"text":"f","critical":true}]}""");

        Assert.Null(fault);
        Assert.NotNull(line?.Response.Items);
        var item = Assert.Single(line.Response.Items);
        Assert.Equal(("7", "g", "r", "f", true), (line.Id, item.Answers[0], item.Required[0].Text, item.Forbidden[0].Text, item.Forbidden[0].IsCritical));
    }

    [Theory]
    [InlineData("""{"id":1}""")]
    [InlineData("""{"answer":3}""")]
    [InlineData("""{"answer":"a","golden":[1]}""")]
    [InlineData("""{"answer":"a","required":[""]}""")]
    [InlineData("[]")]
    public void A_line_that_cannot_be_used_says_what_was_expected(string json)
    {
        var (line, fault) = Read(json);

        Assert.Null(line);
        Assert.StartsWith("expected", fault);
    }

    private static (JudgeLine? Line, string? Fault) Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JudgeLineReader.Read(document.RootElement.Clone());
    }
}
