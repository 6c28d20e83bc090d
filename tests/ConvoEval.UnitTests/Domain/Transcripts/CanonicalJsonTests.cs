using ConvoEval.Domain.Transcripts;
using Xunit;

namespace ConvoEval.UnitTests.Domain.Transcripts;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b" : 1 , "a" : [ true , null ] }""", """{"a":[true,null],"b":1}""")]
    [InlineData("""{"a":1,"a":2}""", """{"a":2}""")]
    [InlineData("""{"B":1,"a":2,"_":3}""", """{"B":1,"_":3,"a":2}""")]
    [InlineData("\"\\u00e4\\/\\n\"", "\"ä/\\n\"")]
    [InlineData("1.0", "1")]
    [InlineData("1.50e2", "150")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("0e5", "0")]
    [InlineData("1e-40", "1E-40")]
    [InlineData("12345678901234567890123456789012345", "12345678901234567890123456789012345")]
    [InlineData("1e400", "1e400")]
    public void Equal_values_have_one_text(string json, string expected)
    {
        Assert.True(CanonicalJson.TryNormalize(json, out var canonical));
        Assert.Equal(expected, canonical);
        Assert.True(CanonicalJson.TryNormalize(canonical, out var again));
        Assert.Equal(canonical, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nul")]
    [InlineData("\"\\ud800\"")]
    public void What_is_no_json_has_none(string json) => Assert.False(CanonicalJson.TryNormalize(json, out _));
}
