using System.Linq;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>Compares the sentences of a response with forbidden statements, approved sentences and required facts.</summary>
internal static class StatementCheck
{
    /// <summary>Smallest weighted share of a forbidden statement that a sentence must hold.</summary>
    private const float ForbiddenCoverage = 0.6f;

    /// <summary>The same for statements of items that do not cover the response.</summary>
    private const float ForeignCoverage = 0.85f;

    private const int ShortestForeign = 3;

    /// <summary>Smallest share of an approved sentence that must be there before its opposite is seen in other negators.</summary>
    private const float NegationCloseness = 0.75f;

    private const int ShortestNegated = 3;

    /// <summary>Bare numbers up to here are as often a way of speaking ("one of us") as a fact.</summary>
    private const int LargestLooseNumber = 3;

    private const int LongList = 3;

    /// <summary>Weighted share of the words of a short answer that must be there when it does not stand there literally.</summary>
    private const float ShortAnswerCoverage = 0.67f;

    /// <summary>
    /// A forbidden statement that a sentence makes: its words, its facts and its polarity, and closer to it than to any approved sentence.
    /// </summary>
    /// <param name="response">The response.</param>
    /// <param name="golden">The item.</param>
    /// <param name="match">The item that covers the response; the same, or another one of its intent.</param>
    /// <param name="weights">Weights of words.</param>
    public static AdherenceFinding? Forbidden(ResponseProfile response, GoldenProfile golden, GoldenProfile match, TermIndex weights)
    {
        // Of other items only nearly literal statements count.
        var isMatch = ReferenceEquals(golden, match);
        foreach (var statement in golden.Forbidden)
            foreach (var sentence in response.Sentences)
                if (IsMade(statement, sentence, response, isMatch) && !IsBesideApproved(statement, sentence, response, golden)
                    && !IsApproved(statement, sentence, golden, weights) && (isMatch || !IsApproved(statement, sentence, match, weights)))
                    return new AdherenceFinding(
                        statement.IsCritical ? "critical_statement" : "forbidden_statement",
                        $"says what {golden.Golden.Id} forbids ({statement.Id}): {statement.Text}",
                        response.Quote(sentence.Start, sentence.End),
                        statement.IsCritical ? statement.Id : null);
        return null;
    }

    private static bool IsMade(StatementProfile statement, SentenceProfile sentence, ResponseProfile response, bool isMatch) =>
        !sentence.IsQuestion
        && (isMatch || statement.Length >= ShortestForeign)
        && statement.CoveredBy(sentence.Stems) >= (isMatch ? ForbiddenCoverage : ForeignCoverage)
        && sentence.IsNegated == statement.IsNegated
        && !statement.DiffersInNegation(sentence.Stems, sentence.Negated)
        && statement.Facts.All(fact => IsIn(fact, response, sentence));

    // "It is EUR 5.00 now, it was EUR 4.50 before" speaks of both.
    private static bool IsBesideApproved(StatementProfile statement, SentenceProfile sentence, ResponseProfile response, GoldenProfile golden) =>
        statement.Facts.Count > 0 && golden.Approved.Any(approved =>
            statement.Facts.Any(fact => fact.Kind == approved.Kind) && !statement.Facts.Any(fact => fact.Agrees(approved)) && IsIn(approved, response, sentence));

    private static bool IsApproved(StatementProfile statement, SentenceProfile sentence, GoldenProfile golden, TermIndex weights)
    {
        var closeness = statement.ClosenessTo(sentence, weights);
        return golden.Sentences.Any(approved => approved.ClosenessTo(sentence, weights) >= closeness && !SpeaksAgainst(statement, approved));
    }

    /// <summary>An approved sentence that the response says with the opposite negation.</summary>
    public static AdherenceFinding? Negated(ResponseProfile response, GoldenProfile golden, TermIndex weights)
    {
        foreach (var sentence in response.Sentences)
        {
            if (sentence.IsQuestion)
                continue;
            var closest = golden.Sentences.Select(approved => (Approved: approved, Closeness: approved.ClosenessTo(sentence, weights)))
                .OrderByDescending(entry => entry.Closeness).FirstOrDefault();
            if (closest.Approved is null || closest.Closeness < NegationCloseness || closest.Approved.Length < ShortestNegated
                || !closest.Approved.IsOpposedTo(sentence))
                continue;
            return new AdherenceFinding(
                "negated_fact", $"says the opposite of: {closest.Approved.Text}", response.Quote(sentence.Start, sentence.End));
        }

        return null;
    }

    /// <summary>A required fact that the response leaves out: its numbers, dates or addresses, or nearly all of its words.</summary>
    public static AdherenceFinding? Missing(ResponseProfile response, GoldenProfile golden)
    {
        if (golden.ShortAnswers.Count > 0 && !golden.ShortAnswers.Any(answer => IsGiven(answer, response)))
            return new AdherenceFinding("missing_answer", $"does not give the approved answer: {golden.ShortAnswers[0].Text}", response.QuoteAll());
        foreach (var (statement, leastCoverage) in golden.Checkable)
        {
            if (IsMissing(statement, response, leastCoverage))
                return new AdherenceFinding("missing_fact", $"leaves out ({statement.Id}): {statement.Text}", response.QuoteAll());
        }

        return null;
    }

    private static bool IsGiven(StatementProfile answer, ResponseProfile response) =>
        TextOverlap.Of(response.Text, answer.Text).Contains
        || ((answer.Length > 0 || answer.Facts.Count > 0)
            && (answer.Length == 0 || answer.CoveredBy(response.Stems) >= ShortAnswerCoverage)
            && answer.Facts.All(fact => response.Facts.Any(given => given.Agrees(fact))));

    /// <summary>
    /// Whether a required fact is left out. Since when it holds is rarely what a customer needs, so dates count only alone; of a list of three facts or more, half may
    /// stay out; without facts, its words decide.
    /// </summary>
    public static bool IsMissing(StatementProfile statement, ResponseProfile response, float leastCoverage)
    {
        var hard = statement.Facts.Where(fact => fact.Kind != FactKind.Number || fact.Value > LargestLooseNumber).ToList();
        if (hard.Exists(fact => fact.Kind != FactKind.Date))
            hard.RemoveAll(fact => fact.Kind == FactKind.Date);
        if (hard.Count == 0)
            return statement.CoveredBy(response.Stems) < leastCoverage;
        var missing = hard.Count(fact => !response.Facts.Any(given => given.Agrees(fact)));
        return hard.Count < LongList ? missing > 0 : missing * 2 > hard.Count;
    }

    // A forbidden statement that differs from an approved one only in a number or a negator is not excused by being close to it.
    private static bool SpeaksAgainst(StatementProfile forbidden, StatementProfile approved) =>
        forbidden.IsOpposedTo(approved)
        || forbidden.Facts.Any(fact => !approved.Facts.Any(other => other.Agrees(fact)) && approved.Facts.Any(other => other.Kind == fact.Kind));

    private static bool IsIn(StatedFact fact, ResponseProfile response, SentenceProfile sentence) =>
        response.Facts.Any(given => given.Start >= sentence.Start && given.End <= sentence.End && given.Agrees(fact));
}
