using System;
using System.Linq;
using System.Text;
using ConvoEval.Ingestion.Redaction;
using Xunit;

namespace ConvoEval.UnitTests.Ingestion.Redaction;

public sealed class PiiDetectorTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   \n\t")]
    [InlineData("hello, where is my order?")]
    [InlineData("\uD800 lone surrogate \uDFFF 1")]
    [InlineData("\0\0\uFFFF")]
    [InlineData("@")]
    [InlineData("+")]
    [InlineData("://")]
    [InlineData(":")]
    [InlineData("%")]
    [InlineData("at dot com")]
    public void Text_without_personal_data_has_no_spans(string text) => Assert.Empty(new PiiDetector().Detect(text));

    [Fact]
    public void Offsets_count_units_of_the_incoming_text_after_emoji()
    {
        const string Text = "😀😀 mail a@b.com 👍 or +44 20 7946 0958";

        Assert.Equal("EMAIL:a@b.com|PHONE:+44 20 7946 0958", Detected.In(Text));
    }

    [Fact]
    public void Invisible_characters_inside_a_value_are_part_of_its_span()
    {
        Assert.Equal("EMAIL:jo\u200Bhn@ex\u00ADample.com", Detected.In("mail jo\u200Bhn@ex\u00ADample.com now"));
    }

    [Fact]
    public void Full_width_characters_are_read_like_plain_ones()
    {
        Assert.Equal("EMAIL:ａ＠ｂ．ｃｏｍ", Detected.In("x ａ＠ｂ．ｃｏｍ"));
        Assert.Equal("CARD:４１１１１１１１１１１１１１１１", Detected.In("４１１１１１１１１１１１１１１１"));
    }

    [Fact]
    public void Keycap_digits_are_taken_with_their_marks()
    {
        var digits = string.Concat("2019481927".Select(c => c + "\uFE0F\u20E3"));

        Assert.Equal("PHONE:" + digits, Detected.In("phone " + digits + "!"));
    }

    [Fact]
    public void Digits_of_other_scripts_and_bold_digits_are_digits()
    {
        Assert.Equal("PHONE:+٤٤ ٢٠ ٧٩٤٦ ٠٩٥٨", Detected.In("+٤٤ ٢٠ ٧٩٤٦ ٠٩٥٨"));
        var bold = string.Concat("4111111111111111".Select(c => char.ConvertFromUtf32(0x1D7CE + (c - '0'))));
        Assert.Equal("CARD:" + bold, Detected.In(bold));
    }

    [Fact]
    public void Spans_are_sorted_and_apart()
    {
        var spans = new PiiDetector().Detect(
            "born 12 May 1978, a@b.com, ip 203.0.113.7, card 4111 1111 1111 1111, GB82WEST12345698765432, " +
            "SSN 123-45-6789");

        Assert.Equal(
            ["DATE_OF_BIRTH", "EMAIL", "IP", "CARD", "IBAN", "NATIONAL_ID"], spans.Select(span => span.Entity));
        for (var i = 1; i < spans.Count; i++)
        {
            Assert.True(spans[i - 1].End <= spans[i].Start);
        }
    }

    [Fact]
    public void Masks_are_not_found_again()
    {
        Assert.Equal("", Detected.In("[PHONE_1] [CARD_22] call [PHONE_123] [URL_CREDENTIALS_1]@[EMAIL_1].com"));
    }

    [Fact]
    public void Masked_number_gives_no_context_to_its_neighbour()
    {
        Assert.Equal("", Detected.In("[PHONE_1] 467 3395"));
    }

    // A million characters that make a careless matcher look back or ahead over everything. Each takes about a second at
    // most; a quadratic matcher would take hours. Ten million: docs/benchmarks/redaction.md.
    [Theory]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("00 ")]
    [InlineData("12-")]
    [InlineData("@")]
    [InlineData("a@b.")]
    [InlineData("x at y dot ")]
    [InlineData("1:")]
    [InlineData("://a:")]
    [InlineData("?token=")]
    [InlineData("GB82 ")]
    [InlineData("%40")]
    [InlineData("123-45-6789")]
    [InlineData("phone 467 3395 ")]
    public void Huge_hostile_text_is_read_in_linear_time(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 1_000_000 / piece.Length).ToString();

        var spans = new PiiDetector().Detect(text);

        Assert.True(spans.Count == 0 || spans[^1].End <= text.Length);
    }

    [Fact]
    public void Rules_have_a_version() => Assert.NotEmpty(new PiiDetector().Version);

    [Fact]
    public void Null_text_is_refused() =>
        Assert.Throws<ArgumentNullException>(() => new PiiDetector().Detect(null!)); // the guard itself is tested
}
