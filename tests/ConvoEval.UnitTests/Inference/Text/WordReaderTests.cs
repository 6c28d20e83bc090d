using System;
using ConvoEval.Inference.Text;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Text;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("My card, please!", " my card please ")]
    [InlineData("I don't know what’s up", " i dont know whats up ")]
    [InlineData("send $250 to 401k", " send $ 000 to 401k ")]
    [InlineData("5% off", " 0 % off ")]
    [InlineData("Añadir café", " añadir café ")]
    [InlineData("lost😀card", " lost 😀 card ")]
    [InlineData("❤️ok", " ❤ ok ")]
    [InlineData("信用卡", " 信 用 卡 ")]
    [InlineData("line\r\nbreak\tand\0null", " line break and null ")]
    public void Words_are_lower_case_with_one_blank_around_each(string text, string expected) =>
        Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("   \t\r\n")]
    [InlineData("?!…")]
    [InlineData("''")]
    public void A_text_without_words_reads_as_nothing(string text) => Assert.Equal("", Read(text));

    [Fact]
    public void Lone_surrogates_separate_words() =>
        Assert.Equal(" a b c ", Read("a\uD800b\uDC00c\uD83D"));

    [Fact]
    public void Only_the_first_characters_of_a_long_text_are_read()
    {
        var buffer = new char[22];

        var length = WordReader.Read("abc defghijklmnop", 10, buffer);

        Assert.Equal(" abc defghi ", new string(buffer, 0, length));
    }

    [Fact]
    public void A_pair_of_surrogates_that_is_cut_in_two_is_no_word()
    {
        var buffer = new char[22];

        var length = WordReader.Read("ab 😀", 4, buffer);

        Assert.Equal(" ab ", new string(buffer, 0, length));
    }

    [Fact]
    public void The_documented_buffer_suffices_for_the_longest_output()
    {
        var text = new string('$', 100);
        var buffer = new char[202];

        var length = WordReader.Read(text, 100, buffer);

        Assert.Equal(201, length);
    }

    private static string Read(string text)
    {
        var buffer = new char[(2 * text.Length) + 2];
        return buffer.AsSpan(0, WordReader.Read(text, 2048, buffer)).ToString();
    }
}
