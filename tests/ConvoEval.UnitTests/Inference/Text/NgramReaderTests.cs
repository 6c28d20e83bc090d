using System.Collections.Generic;
using ConvoEval.Inference.Text;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Text;

public sealed class NgramReaderTests
{
    [Fact]
    public void Words_pairs_and_characters_of_a_text_are_listed_in_order()
    {
        // By hand, after scikit-learn's analyzers: word (1, 2), and char_wb (2, 5) without the one-character rest of a
        // word.
        string[] expected =
        [
            "Word:my",
            "Character: m", "Character: my", "Character: my ", "Character:my", "Character:my ", "Character:y ",
            "Word:pin", "WordPair:my pin",
            "Character: p", "Character: pi", "Character: pin", "Character: pin ",
            "Character:pi", "Character:pin", "Character:pin ",
            "Character:in", "Character:in ", "Character:n ",
        ];

        Assert.Equal(expected, Read("My PIN?", new NgramOptions()));
    }

    [Fact]
    public void No_n_gram_cuts_a_surrogate_pair() =>
        Assert.Equal(
            ["Word:😀", "Character: 😀", "Character: 😀 ", "Character:😀", "Character:😀 "], Read("😀", new NgramOptions()));

    [Fact]
    public void Pairs_can_be_left_out() =>
        Assert.DoesNotContain("WordPair:my pin", Read("my pin", new NgramOptions { WordPairs = false }));

    [Fact]
    public void The_hash_handed_out_is_the_hash_of_the_text_of_the_n_gram()
    {
        var reader = new NgramReader(new NgramOptions());
        var sink = new Collector(reader, []);

        reader.Read("where is 😀 my new card", ref sink);

        Assert.All(sink.Found, ngram => Assert.Equal(NgramHash.Of(ngram.Kind, ngram.Text), ngram.Hash));
    }

    [Fact]
    public void A_reader_forgets_the_text_before()
    {
        var reader = new NgramReader(new NgramOptions());
        var first = new Collector(reader, []);
        var second = new Collector(reader, []);

        reader.Read("a rather long text came first", ref first);
        reader.Read("no", ref second);

        Assert.Equal(Read("no", new NgramOptions()), second.Names());
    }

    private static List<string> Read(string text, NgramOptions options)
    {
        var reader = new NgramReader(options);
        var sink = new Collector(reader, []);
        reader.Read(text, ref sink);
        return sink.Names();
    }

    private readonly struct Collector(
        NgramReader reader, List<(NgramKind Kind, string Text, ulong Hash)> found) : INgramSink
    {
        public List<(NgramKind Kind, string Text, ulong Hash)> Found => found;

        public void Add(NgramKind kind, ulong hash, int start, int length) =>
            found.Add((kind, reader.Words(start, length).ToString(), hash));

        public List<string> Names() => found.ConvertAll(ngram => $"{ngram.Kind}:{ngram.Text}");
    }
}
