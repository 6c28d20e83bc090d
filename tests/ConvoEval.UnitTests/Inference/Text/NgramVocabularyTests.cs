using System.IO;
using System.Linq;
using System.Text;
using ConvoEval.Inference.Text;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Text;

public sealed class NgramVocabularyTests
{
    [Fact]
    public void The_file_brings_back_the_same_rows()
    {
        var vocabulary = VocabularyBuilder.Build(["my card", "my 😀 pin", "card pin"], new NgramOptions(), 1, 1000);

        var again = NgramVocabulary.FromFile(vocabulary.ToFile(), vocabulary.Documents);

        Assert.Equal(vocabulary.Entries, again.Entries);
        Assert.All(
            Enumerable.Range(0, again.Count),
            row => Assert.Equal(row, again.Find(NgramHash.Of(again.Entries[row].Kind, again.Entries[row].Text))));
    }

    [Fact]
    public void The_order_of_texts_does_not_show()
    {
        var there = VocabularyBuilder.Build(["my card", "a pin", "my pin"], new NgramOptions(), 1, 1000);
        var back = VocabularyBuilder.Build(["my pin", "a pin", "my card"], new NgramOptions(), 1, 1000);

        Assert.Equal(there.ToFile(), back.ToFile());
    }

    [Fact]
    public void An_n_gram_counts_once_per_text()
    {
        var vocabulary = VocabularyBuilder.Build(["no no no", "no"], new NgramOptions(), 1, 1000);

        Assert.Equal(2, vocabulary.Entries.Single(entry => entry is { Kind: NgramKind.Word, Text: "no" }).Texts);
    }

    [Fact]
    public void The_most_frequent_n_grams_are_kept()
    {
        var vocabulary = VocabularyBuilder.Build(["card", "card", "pin"], new NgramOptions(), 2, 1);

        Assert.Equal([new NgramEntry(NgramKind.Word, "card", 2)], vocabulary.Entries);
    }

    [Theory]
    [InlineData("w\tmany\tcard\n")]
    [InlineData("x\t1\tcard\n")]
    [InlineData("w 1 card\n")]
    [InlineData("w\t1\tcard\nw\t2\tcard\n")]
    public void A_broken_file_is_refused(string file) =>
        Assert.Throws<InvalidDataException>(() => NgramVocabulary.FromFile(Encoding.UTF8.GetBytes(file), 1));
}
