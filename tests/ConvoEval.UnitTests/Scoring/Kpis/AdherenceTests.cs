using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Scoring.Facts;
using ConvoEval.Scoring.Kpis;
using ConvoEval.Scoring.Tables;
using Xunit;
using static ConvoEval.UnitTests.Scoring.TestFacts;

namespace ConvoEval.UnitTests.Scoring.Kpis;

public sealed class AdherenceTests
{
    [Fact]
    public void An_unlicensed_judge_gives_the_raw_share_and_no_value()
    {
        var evidence = Evidence(licence: Licence(95, 5, 40, 60) with { State = LicenceState.Revoked, Reasons = ["Specificity is too low."] });

        var estimate = Estimate(Judged(17, 3), evidence);

        Assert.Null(estimate.Value);
        Assert.Null(estimate.Low);
        Assert.Equal((0.85, "none", "judge"), (estimate.Raw, estimate.Method, estimate.JudgeHash));
        Assert.Equal("judge not licensed: Specificity is too low.", estimate.MissingBecause);
    }

    [Fact]
    public void Without_any_evidence_there_is_no_value_either()
    {
        var estimate = Estimate(Judged(17, 3), null);

        Assert.Null(estimate.Value);
        Assert.Equal(0.85, estimate.Raw);
    }

    [Fact]
    public void A_licensed_judge_is_corrected_by_its_golden_errors()
    {
        // v17_kpi: 17 of 20, sensitivity 57/60, specificity 32/40 -> .8667 [.5655, 1].
        var estimate = Estimate(Judged(17, 3), Evidence(licence: Licence(57, 3, 8, 32)));

        Assert.Equal("lang_reiczigel", estimate.Method);
        Assert.Equal(0.8666666666666666, Known(estimate.Value), 9);
        Assert.Equal(0.5654728762240315, Known(estimate.Low), 9);
        Assert.Equal(1.0, Known(estimate.High), 9);
        Assert.Equal(["assumes_transport"], estimate.Assumptions);
    }

    [Fact]
    public void Responses_of_a_conversation_go_together_and_widen_the_interval()
    {
        var alone = Judged(80, 20);
        var together = Enumerable.Range(0, 20).Select(i => Row($"{i}") with
        {
            ResponsesPassed = i < 16 ? 5 : 0,
            ResponsesFailed = i < 16 ? 0 : 5,
        });
        var evidence = Evidence(licence: Licence(95, 5, 20, 80));

        var narrow = Estimate(alone, evidence);
        var wide = Estimate(together, evidence);

        Assert.Equal(Known(narrow.Value), Known(wide.Value), 9);
        Assert.True(wide.High - wide.Low > 1.3 * (narrow.High - narrow.Low));
    }

    [Fact]
    public void A_judged_share_that_contradicts_the_golden_set_gets_the_posterior_and_a_warning()
    {
        // v06: 50 of 1000 with se = sp = .9 collapses to [0, 0]; the posterior is [.0002, .020].
        var estimate = Estimate(Judged(50, 950), Evidence(licence: Licence(180, 20, 20, 180)));

        Assert.Equal("bayes_grid", estimate.Method);
        Assert.Contains("transport_doubtful", estimate.Assumptions);
        Assert.InRange(Known(estimate.High), 0.015, 0.025);
    }

    [Fact]
    public void Fifty_random_reviews_carry_the_estimate_licensed_or_not()
    {
        // Reviews 155/8/15/22 among 1720 of 2000 passes: near .82 (v07: .821 without the half counts).
        var reviews = Reviews(155, 8, 15, 22);
        var estimate = Estimate(Judged(1875 + 15, 280 + 30), Evidence(reviews: reviews));

        Assert.Equal("ppi++_half_count", estimate.Method);
        Assert.InRange(Known(estimate.Value), 0.815, 0.825);
        Assert.InRange(Known(estimate.High) - Known(estimate.Low), 0.08, 0.10);
        Assert.Equal(["reviews_are_a_random_sample", "transport_unchecked"], estimate.Assumptions);
    }

    [Fact]
    public void Forty_nine_reviews_do_not_carry_an_estimate()
    {
        var estimate = Estimate(Judged(90, 10), Evidence(reviews: Reviews(40, 3, 3, 3)));

        Assert.Null(estimate.Value);
    }

    [Fact]
    public void Reviews_that_contradict_the_golden_set_are_noted_and_switch_the_golden_correction_off()
    {
        // v19 transport check: golden specificity 85/100 against 20/38 live is rejected, 60/100 is not.
        var reviews = Reviews(150, 12, 18, 20);
        var easyGold = Evidence(Licence(95, 5, 15, 85), reviews: reviews);
        var fairGold = Evidence(Licence(95, 5, 40, 60), reviews: reviews);
        var rows = Judged(1720, 280).Select(row => row with { Intent = "card" }).ToList();

        Assert.Contains("transport_rejected", Estimate(rows, easyGold).Assumptions);
        Assert.Contains("transport_not_rejected", Estimate(rows, fairGold).Assumptions);
        Assert.Null(Estimate(rows, easyGold, "intent=card").Value);
        Assert.Equal("lang_reiczigel", Estimate(rows, fairGold, "intent=card").Method);
    }

    [Fact]
    public void Unusable_reviews_are_left_out()
    {
        var reviews = Reviews(30, 5, 5, 9);
        var doubled = reviews.Concat(reviews).ToList();
        var others = reviews.Select((review, i) => review with { BotVersion = "2", TurnIndex = 1000 + i });
        var notApplicable = reviews.Select((review, i) => review with { Grade = AnnotatedGrade.NotApplicable, TurnIndex = 2000 + i });

        Assert.Null(Estimate(Judged(90, 10), Evidence(reviews: [.. doubled, .. others, .. notApplicable])).Value);
    }

    [Fact]
    public void Reviews_drawn_unevenly_are_weighted()
    {
        // Judge-fails drawn three times as often as passes: unweighted, the share of good ones would be far too low.
        var reviews = Reviews(90, 0, 10, 0, 0.1).Concat(Reviews(0, 15, 0, 45, 0.3, 1000)).ToList();
        var estimate = Estimate(Judged(1000, 200), Evidence(reviews: reviews));

        Assert.Equal("ppi++_weighted", estimate.Method);
        // 1000 passes of which 90 % are good, 200 fails of which 25 % are: 950/1200.
        Assert.InRange(Known(estimate.Value), 0.76, 0.82);
    }

    [Fact]
    public void Reviews_of_ungraded_responses_count_because_a_judge_abstains_where_bots_are_bad()
    {
        // Version B of the sample: of 26 bad ones 12 abstained on, of 57 good ones 7. Graded only: 50 of 64 = .78; all: 57 of 83 = .69.
        List<ReviewedResponse> graded = Reviews(43, 7, 2, 12);
        List<ReviewedResponse> all =
        [
            .. graded,
            .. Reviews(7, AnnotatedGrade.Good, JudgeOutcome.Abstained, 50_000),
            .. Reviews(12, AnnotatedGrade.Bad, JudgeOutcome.Abstained, 60_000),
        ];
        // Three responses for each review.
        var rows = Judged(135, 57).Concat(Enumerable.Range(0, 57).Select(i => Row($"a{i}") with { ResponsesAbstained = 1 })).ToList();

        var estimate = Estimate(rows, Evidence(reviews: all, responses: 249));

        Assert.Equal("review_poststratified", estimate.Method);
        Assert.Equal(57 / 83.0, Known(estimate.Value), 0.01);
        Assert.Equal((135.0, 192L, 57L), (estimate.Numerator, estimate.Scored, estimate.Unscored));
        Assert.Equal(["reviews_are_a_random_sample", "transport_unchecked"], estimate.Assumptions);
    }

    [Fact]
    public void Graded_responses_that_no_grade_applies_to_do_not_pull_the_rate()
    {
        // Version A of the sample: the judge fails small talk; 60 of 86 applicable graded ones are good.
        List<ReviewedResponse> reviews =
        [
            .. Reviews(57, 3, 6, 20),
            .. Reviews(10, AnnotatedGrade.NotApplicable, JudgeOutcome.Failed, 50_000),
            .. Reviews(54, AnnotatedGrade.NotApplicable, JudgeOutcome.NotAsked, 60_000),
        ];

        var estimate = Estimate(Judged(222, 132), Evidence(reviews: reviews, responses: 548));

        Assert.Equal("review_poststratified", estimate.Method);
        // 63/63 and 23/33 applicable at 222 and 132: good (222·57/63 + 132·3/33) / (222 + 132·23/33) = .678 without the half counts.
        Assert.Equal(0.678, Known(estimate.Value), 0.01);
        Assert.True(estimate.High - estimate.Low < 0.2);
    }

    [Fact]
    public void Uncovered_responses_count_as_far_as_reviews_find_them_applicable()
    {
        var reviews = Reviews(60, 5, 5, 20);
        List<ReviewedResponse> withBad = [.. reviews, .. Reviews(30, AnnotatedGrade.Bad, JudgeOutcome.Uncovered, 50_000)];
        List<ReviewedResponse> withOther = [.. reviews, .. Reviews(30, AnnotatedGrade.NotApplicable, JudgeOutcome.Uncovered, 50_000)];

        var worse = Estimate(Judged(195, 75), Evidence(reviews: withBad, responses: 360));
        var same = Estimate(Judged(195, 75), Evidence(reviews: withOther, responses: 360));

        Assert.Equal(65 / 120.0, Known(worse.Value), 0.01);
        Assert.Equal(65 / 90.0, Known(same.Value), 0.01);
    }

    [Fact]
    public void Uneven_draws_of_all_responses_are_weighted_inside_each_stratum()
    {
        // Passed ones drawn at .1 (all good) and at .3 (all bad): 300 good and 100 bad stand behind 30 and 30 reviews.
        List<ReviewedResponse> reviews =
        [
            .. Reviews(30, AnnotatedGrade.Good, JudgeOutcome.Passed, 0, 0.1),
            .. Reviews(30, AnnotatedGrade.Bad, JudgeOutcome.Passed, 50_000, 0.3),
            .. Reviews(20, AnnotatedGrade.NotApplicable, JudgeOutcome.Uncovered, 60_000, 0.1),
        ];

        var estimate = Estimate(Judged(400, 0), Evidence(reviews: reviews, responses: 600));

        Assert.Equal("review_poststratified", estimate.Method);
        Assert.Equal(0.75, Known(estimate.Value), 0.01);
        Assert.Contains("draw_probabilities_are_known", estimate.Assumptions);
    }

    [Fact]
    public void The_order_of_reviews_does_not_show()
    {
        List<ReviewedResponse> reviews = [.. Reviews(57, 3, 6, 20, 0.2), .. Reviews(9, AnnotatedGrade.Bad, JudgeOutcome.Abstained, 50_000, 0.3)];

        var forward = Estimate(Judged(222, 132), Evidence(reviews: reviews, responses: 400));
        var backward = Estimate(Judged(222, 132), Evidence(reviews: Enumerable.Reverse(reviews).ToList(), responses: 400));

        Assert.Equal((forward.Value, forward.Low, forward.High), (backward.Value, backward.Low, backward.High));
    }

    [Fact]
    public void A_licence_of_other_versions_is_used_only_where_this_one_was_not_measured_enough()
    {
        var pooled = Licence(95, 5, 20, 80) with { BotVersion = null };
        var candidate = Licence(5, 1, 1, 5) with { State = LicenceState.Candidate };

        var borrowed = Estimate(Judged(90, 10), Evidence(candidate, pooled));
        var refused = Estimate(Judged(90, 10), Evidence(candidate with { State = LicenceState.Revoked }, pooled));

        Assert.Contains("licence_of_other_versions", borrowed.Assumptions);
        Assert.Null(refused.Value);
    }

    [Fact]
    public void A_draw_probability_that_is_none_is_refused()
    {
        var reviews = Reviews(50, 0, 0, 0).Select(review => review with { DrawProbability = double.NaN }).ToList();

        Assert.Throws<ArgumentException>(() => Estimate(Judged(90, 10), Evidence(reviews: reviews)));
    }

    private static AdherenceEvidence Evidence(
        JudgeLicence? licence = null, JudgeLicence? pooled = null, IReadOnlyList<ReviewedResponse>? reviews = null,
        long responses = 0) => new()
    {
        BotVersion = "1",
        JudgeHash = "judge",
        Licence = licence,
        PooledLicence = pooled,
        Reviews = reviews ?? [],
        Responses = responses,
    };

    private static JudgeLicence Licence(long goodPassed, long goodFailed, long badPassed, long badFailed) => new()
    {
        Judge = "rules",
        JudgeHash = "judge",
        Criterion = "content_adherence",
        BotVersion = "1",
        GoldenSet = "test/1",
        State = LicenceState.Licensed,
        GoodPassed = goodPassed,
        GoodFailed = goodFailed,
        BadPassed = badPassed,
        BadFailed = badFailed,
        Abstained = 0,
        Unscored = 0,
    };

    private static List<ReviewedResponse> Reviews(
        int goodPassed, int goodFailed, int badPassed, int badFailed, double probability = 0.1, int firstTurn = 0) =>
    [
        .. Reviews(goodPassed, AnnotatedGrade.Good, JudgeOutcome.Passed, firstTurn, probability),
        .. Reviews(goodFailed, AnnotatedGrade.Good, JudgeOutcome.Failed, firstTurn + 10_000, probability),
        .. Reviews(badPassed, AnnotatedGrade.Bad, JudgeOutcome.Passed, firstTurn + 20_000, probability),
        .. Reviews(badFailed, AnnotatedGrade.Bad, JudgeOutcome.Failed, firstTurn + 30_000, probability),
    ];

    private static IEnumerable<ReviewedResponse> Reviews(
        int count, AnnotatedGrade grade, JudgeOutcome outcome, int firstTurn, double probability = 0.1) =>
        Enumerable.Range(0, count).Select(
            i => new ReviewedResponse("1", new ConversationKey("test", "r"), firstTurn + i, grade, outcome, probability));

    /// <summary>One response per conversation.</summary>
    private static IEnumerable<ConversationFacts> Judged(int passed, int failed) =>
        Enumerable.Range(0, passed + failed).Select(i => Row($"{i}") with
        {
            ResponsesPassed = i < passed ? 1 : 0,
            ResponsesFailed = i < passed ? 0 : 1,
        });

    private static Estimate Estimate(IEnumerable<ConversationFacts> rows, AdherenceEvidence? evidence, string? segment = null) =>
        KpiCalculator.Calculate(FactsTable.Of(rows), [Definition("content_adherence")], evidence is null ? [] : [evidence], 0.95)
            .Single(estimate => estimate.Segment == segment);
}
