using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ConvoEval.Judging.Rules;
using ConvoEval.Judging.Text;
using Xunit;

namespace ConvoEval.UnitTests.Judging.Text;

/// <summary>Every case of v16_text.json; the origin of the values stands in the README beside it.</summary>
public sealed class TextVectorTests
{
    private static readonly JsonElement Vectors = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Judging", "Vectors", "v16_text.json"))).RootElement;

    public static IEnumerable<TheoryDataRow<int>> Cases =>
        Enumerable.Range(0, Vectors.GetProperty("cases").GetArrayLength()).Select(i => new TheoryDataRow<int>(i));

    [Fact]
    public void There_are_55_cases()
    {
        Assert.Equal(55, Vectors.GetProperty("cases").GetArrayLength());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_case_gives_the_reference_value(int number)
    {
        var one = Vectors.GetProperty("cases")[number];
        var (input, expected) = (one.GetProperty("input"), one.GetProperty("expected"));
        switch (one.GetProperty("name").GetString())
        {
            case "overlap":
                CheckOverlap(input, expected);
                break;
            case "numbers":
                Assert.Equal(Texts(expected, "numbers"), FactComparison.Numbers(Text(input, "text")));
                break;
            case "dates":
                Assert.Equal(Texts(expected, "dates"), FactComparison.Dates(Text(input, "text")));
                break;
            case "urls":
                Assert.Equal(Texts(expected, "urls"), FactComparison.Urls(Text(input, "text")));
                break;
            case "fact_check":
                CheckFacts(input, expected);
                break;
            case "polarity":
                var stance = Polarity.Of(Text(input, "answer"), Text(input, "statement"), input.GetProperty("min_recall").GetDouble());
                Assert.Equal(Text(expected, "polarity"), stance.ToString().ToLowerInvariant());
                break;
            case "fallback_phrases":
                Assert.Equal(Texts(expected, "hits"), FallbackPhrases.Hits(Text(input, "text")));
                break;
            case "escalation_request":
                Assert.Equal(expected.GetProperty("requested").GetBoolean(), EscalationPhrases.IsRequest(Text(input, "text")));
                break;
            case "re_ask":
                var again = ReAsk.Of(Text(input, "first"), Text(input, "later"));
                Assert.Equal(expected.GetProperty("jaccard").GetDouble(), again.Jaccard, 1e-9);
                Assert.Equal(expected.GetProperty("char3_cosine").GetDouble(), again.TrigramCosine, 1e-9);
                Assert.Equal(expected.GetProperty("re_ask").GetBoolean(), again.IsRepeated);
                break;
            case var other:
                Assert.Fail($"case {number} has the unknown name {other}");
                break;
        }
    }

    private static void CheckOverlap(JsonElement input, JsonElement expected)
    {
        var overlap = TextOverlap.Of(Text(input, "answer"), Text(input, "gold"));
        Assert.Equal(expected.GetProperty("exact_match").GetInt32() == 1, overlap.ExactMatch);
        Assert.Equal(expected.GetProperty("contains").GetInt32() == 1, overlap.Contains);
        Assert.Equal(expected.GetProperty("precision").GetDouble(), overlap.Precision, 1e-9);
        Assert.Equal(expected.GetProperty("recall").GetDouble(), overlap.Recall, 1e-9);
        Assert.Equal(expected.GetProperty("f1").GetDouble(), overlap.F1, 1e-9);
        Assert.Equal(expected.GetProperty("rouge_l").GetDouble(), overlap.RougeL, 1e-9);
        Assert.Equal(Texts(expected, "normalized"), new[] {Words.SquadForm(Text(input, "answer")), Words.SquadForm(Text(input, "gold")) });
    }

    private static void CheckFacts(JsonElement input, JsonElement expected)
    {
        var facts = FactComparison.Of(Text(input, "answer"), Text(input, "gold"), Text(input, "context"));
        Assert.Equal(Texts(expected, "missing_numbers"), facts.MissingNumbers);
        Assert.Equal(Texts(expected, "extra_numbers"), facts.ExtraNumbers);
        Assert.Equal(Texts(expected, "missing_dates"), facts.MissingDates);
        Assert.Equal(Texts(expected, "extra_dates"), facts.ExtraDates);
        Assert.Equal(Texts(expected, "missing_urls"), facts.MissingUrls);
        Assert.Equal(Texts(expected, "extra_urls"), facts.ExtraUrls);
        Assert.Equal(expected.GetProperty("mismatch").GetBoolean(), facts.IsMismatch);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static string[] Texts(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(text => text.GetString() ?? "")];
}
