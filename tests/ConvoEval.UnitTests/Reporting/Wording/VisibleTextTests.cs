using System.Text;
using ConvoEval.Reporting.Wording;
using Xunit;

namespace ConvoEval.UnitTests.Reporting.Wording;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("plain ü 中 text", "plain ü 中 text")]
    [InlineData("a\u202Eb", "a⟨U+202E⟩b")]
    [InlineData("a\u2066b\u2069", "a⟨U+2066⟩b⟨U+2069⟩")]
    [InlineData("zero\u200Bwidth", "zero⟨U+200B⟩width")]
    [InlineData("nul\0", "nul⟨U+0000⟩")]
    [InlineData("\uFEFFbom", "⟨U+FEFF⟩bom")]
    [InlineData("line\r\nnext\rlast", "line\nnext\nlast")]
    [InlineData("a\u2028b", "a⟨U+2028⟩b")]
    [InlineData("a\uFFFEb", "a⟨U+FFFE⟩b")]
    [InlineData("family 👨\u200D👩\u200D👧", "family 👨\u200D👩\u200D👧")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void What_would_hide_or_reorder_becomes_visible(string? text, string expected) => Assert.Equal(expected, VisibleText.Of(text));

    // No InlineData: a lone surrogate does not survive the way through the metadata of an attribute.
    [Fact]
    public void A_lone_surrogate_becomes_visible() => Assert.Equal("a⟨U+D800⟩b⟨U+DC00⟩", VisibleText.Of("a\uD800b\uDC00"));

    [Fact]
    public void Letters_hidden_as_tags_become_visible() =>
        Assert.Equal("x⟨U+E0041⟩", VisibleText.Of("x" + new Rune(0xE0041)));

    [Fact]
    public void One_line_has_no_line_breaks() => Assert.Equal("a b c", VisibleText.OneLine("a\r\nb\tc"));
}
