using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Scoring.Facts;
using ConvoEval.Scoring.Kpis;
using ConvoEval.Scoring.Tables;
using ConvoEval.Statistics.Resampling;
using Xunit;
using static ConvoEval.UnitTests.Scoring.TestFacts;

namespace ConvoEval.UnitTests.Scoring.Kpis;

/// <summary>
/// From facts and reviews to the interval of content adherence, with responses that come together: conversations go well or badly as a
/// whole. With 1,000 runs the standard error of a coverage of .95 is .007; the floor of .91 is nearly six of them below.
/// </summary>
public sealed class ReviewCoverageTests
{
    private const int Runs = 1000;
    private const int Conversations = 180;
    private const int PerConversation = 3;
    private const int Reviews = 160;

    [Fact]
    public void Intervals_hold_the_true_rate_although_responses_of_a_conversation_go_together()
    {
        const ulong Seed = 20261122;
        var random = new SeededRandom(Seed);
        var covered = 0;
        for (var run = 0; run < Runs; run++)
        {
            var responses = Night(random);
            var estimate = KpiCalculator.Calculate(
                FactsTable.Of(Facts(responses)), [Definition("content_adherence")], [Evidence(random, responses)], 0.95)[0];
            Assert.Equal("review_poststratified", estimate.Method);
            // Half of the conversations have a rate of .95, half of .45.
            covered += estimate.Low <= 0.7 && 0.7 <= estimate.High ? 1 : 0;
        }

        Assert.True(covered >= 0.91 * Runs, FormattableString.Invariant($"{covered} of {Runs} with seed {Seed}"));
    }

    private static List<ReviewedResponse> Night(SeededRandom random)
    {
        var responses = new List<ReviewedResponse>();
        for (var c = 0; c < Conversations; c++)
        {
            var rate = random.NextUnit() < 0.5 ? 0.95 : 0.45;
            for (var turn = 0; turn < PerConversation; turn++)
            {
                // A third is no case for a grade; the judge abstains on four of ten bad responses and one of ten good ones.
                var grade = random.NextUnit() < 1 / 3.0 ? AnnotatedGrade.NotApplicable
                    : random.NextUnit() < rate ? AnnotatedGrade.Good
                    : AnnotatedGrade.Bad;
                var u = random.NextUnit();
                var outcome = grade switch
                {
                    AnnotatedGrade.Good => u < 0.8 ? JudgeOutcome.Passed : u < 0.9 ? JudgeOutcome.Failed : JudgeOutcome.Abstained,
                    AnnotatedGrade.Bad => u < 0.1 ? JudgeOutcome.Passed : u < 0.6 ? JudgeOutcome.Failed : JudgeOutcome.Abstained,
                    _ => u < 0.2 ? JudgeOutcome.Failed : JudgeOutcome.NotAsked,
                };
                responses.Add(new ReviewedResponse("1", new ConversationKey("test", FormattableString.Invariant($"{c}")), turn, grade, outcome, 0.3));
            }
        }

        return responses;
    }

    private static IEnumerable<ConversationFacts> Facts(List<ReviewedResponse> responses) =>
        responses.GroupBy(response => response.Conversation).Select(conversation => Row(conversation.Key.SourceId) with
        {
            ResponsesPassed = conversation.Count(response => response.Outcome == JudgeOutcome.Passed),
            ResponsesFailed = conversation.Count(response => response.Outcome == JudgeOutcome.Failed),
            ResponsesAbstained = conversation.Count(response => response.Outcome == JudgeOutcome.Abstained),
        });

    private static AdherenceEvidence Evidence(SeededRandom random, List<ReviewedResponse> responses)
    {
        var pool = responses.ToArray();
        for (var i = 0; i < Reviews; i++)
        {
            var other = i + random.NextIndex(pool.Length - i);
            (pool[i], pool[other]) = (pool[other], pool[i]);
        }

        return new AdherenceEvidence { BotVersion = "1", JudgeHash = "judge", Responses = pool.Length, Reviews = pool[..Reviews] };
    }
}
