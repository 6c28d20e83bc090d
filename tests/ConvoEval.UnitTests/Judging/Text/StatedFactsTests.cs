using System.Linq;
using ConvoEval.Judging.Text;
using Xunit;

namespace ConvoEval.UnitTests.Judging.Text;

public sealed class StatedFactsTests
{
    [Theory]
    [InlineData("can I take 500 EUR 12.50 at the bakery")]
    [InlineData("5 euro 10")]
    [InlineData("25€ 4")]
    [InlineData("€5 €6 7€ 8")]
    public void A_currency_between_two_numbers_belongs_to_one_of_them(string text)
    {
        var facts = StatedFacts.Find(Words.Normalize(text));

        Assert.True(facts.Zip(facts.Skip(1)).All(pair => pair.First.End <= pair.Second.Start));
        Assert.Contains(facts, fact => fact.Kind == FactKind.Amount);
    }
}
