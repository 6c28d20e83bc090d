using System.Collections.Generic;
using System.Threading.Tasks;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Judging.Adherence;
using ConvoEval.Judging.Contracts;
using Xunit;

namespace ConvoEval.UnitTests.Judging.Adherence;

/// <summary>What the rules say of single responses of a parcel service that the tests made up.</summary>
public sealed class ContentAdherenceJudgeTests
{
    private static readonly GoldenItem Returns = new()
    {
        Id = "returns.time",
        Intent = "returns",
        Question = "How long can I send a parcel back?",
        Variants = ["return period", "can i still send it back"],
        Answers = ["You can send a parcel back within two weeks of delivery; the label costs EUR 4.50, see parcels.example/returns."],
        Required = [new GoldenStatement { Id = "r1", Text = "A parcel can be sent back within 14 days" }, new GoldenStatement { Id = "r2", Text = "The label costs EUR 4.50" }],
        Forbidden = [new GoldenStatement { Id = "f1", Text = "You can keep the parcel and get the money back", IsCritical = true }],
    };

    [Theory]
    [InlineData("Fourteen days from delivery, and €4.50 for the label.")]
    [InlineData("You can send the parcel back within 2 weeks. The label costs 4.50 euro.")]
    public async Task Another_wording_of_the_same_facts_is_not_contradicted(string response)
    {
        Assert.Equal(Grade.NotContradicted, (await GradedAsync(response)).Grade);
    }

    [Theory]
    [InlineData("You can send the parcel back within 14 days. The label costs EUR 6.", "amount_mismatch")]
    [InlineData("You can send the parcel back within 30 days. The label costs EUR 4.50.", "number_mismatch")]
    [InlineData("Within 14 days, label EUR 4.50, see parcels.example.net/refunds.", "url_mismatch")]
    [InlineData("You can send the parcel back within 14 days.", "missing_fact")]
    [InlineData("You can keep the parcel and get the money back. That is within 14 days, EUR 4.50.", "critical_statement")]
    [InlineData("Within 14 days, label EUR 4.50, and I promise it arrives.", "over_promise")]
    public async Task What_differs_from_the_approved_answer_is_named_with_its_words(string response, string reason)
    {
        var verdict = await GradedAsync(response);

        Assert.Equal((Grade.Contradicted, reason), (verdict.Grade, verdict.ReasonCode));
        var quote = Assert.Single(verdict.Evidence);
        Assert.Equal(quote.Quote, response[quote.Start..quote.End]);
    }

    [Fact]
    public async Task A_number_that_the_user_gave_is_no_foreign_number()
    {
        var verdict = await GradedAsync("For your order of EUR 80: within 14 days, and the label costs EUR 4.50.", "my order of 80 euro, how long can i return it");

        Assert.Equal(Grade.NotContradicted, verdict.Grade);
    }

    [Fact]
    public async Task The_conversation_and_the_single_response_get_the_same_verdict()
    {
        var judge = JudgeOf(Returns);
        var conversation = new Conversation
        {
            Key = new ConversationKey("test", "c1"),
            Turns =
            [
                new Turn { Index = 0, Role = TurnRole.User, Text = "how long can i send a parcel back" },
                new Turn { Index = 1, Role = TurnRole.Bot, Text = "You can send the parcel back within 14 days. The label costs EUR 6." },
            ],
        };

        var whole = Assert.Single(await judge.JudgeAsync(new ConversationToJudge(conversation, []), TestContext.Current.CancellationToken));
        var single = await judge.JudgeAsync(
            new ResponseToJudge { Id = "c1", Question = conversation.Turns[0].Text, Response = conversation.Turns[1].Text, Context = conversation.Turns[0].Text, TurnIndex = 1 },
            TestContext.Current.CancellationToken);

        Assert.Equal(("amount_mismatch", whole.ReasonCode, whole.Explanation), (single.ReasonCode, single.ReasonCode, single.Explanation));
    }

    [Theory]
    [InlineData("What is your order number?")]
    [InlineData("One moment, I am connecting you.")]
    [InlineData("Sorry, I did not get that. Could you rephrase?")]
    public async Task A_response_that_answers_nothing_is_not_applicable(string response)
    {
        var verdict = await JudgeOf(Returns).JudgeAsync(
            new ResponseToJudge { Id = "1", Question = "my parcel is broken", Response = response }, TestContext.Current.CancellationToken);

        Assert.IsType<Verdict.NotApplicable>(verdict);
    }

    [Fact]
    public async Task An_endless_response_is_unscored()
    {
        var verdict = await JudgeOf(Returns).JudgeAsync(
            new ResponseToJudge { Id = "1", Question = "returns", Response = new string('a', 10_000_000) }, TestContext.Current.CancellationToken);

        Assert.Equal(UnscoredReason.TooLarge, Assert.IsType<Verdict.Unscored>(verdict).Reason);
    }

    [Fact]
    public async Task Without_items_nothing_applies()
    {
        var verdict = await JudgeOf().JudgeAsync(new ResponseToJudge { Id = "1", Question = "", Response = "\ud800 text" }, TestContext.Current.CancellationToken);

        Assert.Equal("no_golden_answer", Assert.IsType<Verdict.NotApplicable>(verdict).ReasonCode);
    }

    private static async Task<Verdict.Graded> GradedAsync(string response, string question = "How long can I send a parcel back?") =>
        Assert.IsType<Verdict.Graded>(await JudgeOf(Returns).JudgeAsync(
            new ResponseToJudge { Id = "1", Question = question, Response = response, Context = question, TurnIndex = 1 }, TestContext.Current.CancellationToken));

    private static ContentAdherenceJudge JudgeOf(params IReadOnlyList<GoldenItem> items) =>
        new(new GoldenSet { Name = "test", Version = "1", Digest = "", Annotator = "authored", Items = items, Verdicts = [] });
}
