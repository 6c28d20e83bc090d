using System.Linq;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>Compares the sentences of a response with forbidden statements, approved sentences and required facts.</summary>
internal static class StatementCheck
{
    /// <summary>Smallest weighted share of a forbidden statement that a sentence must hold.</summary>
    private const float ForbiddenCoverage = 0.6f;

    /// <summary>Smallest share of an approved sentence that must be there before its opposite is seen in other negators.</summary>
    private const float NegationCloseness = 0.75f;

    private const int ShortestNegated = 3;

    /// <summary>A required fact without numbers counts as left out below this share of its words.</summary>
    private const float MissingCoverage = 0.2f;

    /// <summary>A forbidden statement that a sentence makes: its words, its facts and its polarity, and closer to it than to any approved sentence.</summary>
    public static AdherenceFinding? Forbidden(ResponseProfile response, GoldenProfile golden, TermIndex weights)
    {
        foreach (var statement in golden.Forbidden)
        {
            foreach (var sentence in response.Sentences)
            {
                if (sentence.IsQuestion || sentence.IsNegated != statement.IsNegated || statement.CoveredBy(sentence.Stems) < ForbiddenCoverage)
                    continue;
                if (!statement.Facts.All(fact => IsIn(fact, response, sentence)))
                    continue;
                var closeness = statement.ClosenessTo(sentence, weights);
                if (golden.Sentences.Any(approved => approved.ClosenessTo(sentence, weights) >= closeness && !SpeaksAgainst(statement, approved)))
                    continue;
                return new AdherenceFinding(
                    statement.IsCritical ? "critical_statement" : "forbidden_statement",
                    $"says what {golden.Golden.Id} forbids ({statement.Id}): {statement.Text}",
                    response.Quote(sentence.Start, sentence.End),
                    statement.IsCritical ? statement.Id : null);
            }
        }

        return null;
    }

    /// <summary>An approved sentence that the response says with the opposite parity of negators.</summary>
    public static AdherenceFinding? Negated(ResponseProfile response, GoldenProfile golden, TermIndex weights)
    {
        foreach (var sentence in response.Sentences)
        {
            if (sentence.IsQuestion)
                continue;
            var closest = golden.Sentences.Select(approved => (Approved: approved, Closeness: approved.ClosenessTo(sentence, weights)))
                .OrderByDescending(entry => entry.Closeness).FirstOrDefault();
            if (closest.Approved is null || closest.Closeness < NegationCloseness || closest.Approved.Length < ShortestNegated
                || closest.Approved.IsNegated == sentence.IsNegated)
                continue;
            return new AdherenceFinding(
                "negated_fact", $"says the opposite of: {closest.Approved.Text}", response.Quote(sentence.Start, sentence.End));
        }

        return null;
    }

    /// <summary>A required fact that the response leaves out: one of its numbers, dates or addresses, or nearly all of its words.</summary>
    public static AdherenceFinding? Missing(ResponseProfile response, GoldenProfile golden)
    {
        foreach (var statement in golden.Required)
        {
            var missing = statement.Facts.Count > 0
                ? statement.Facts.Any(fact => !response.Facts.Any(given => given.Agrees(fact)))
                : statement.CoveredBy(response.Stems) < MissingCoverage;
            if (missing)
                return new AdherenceFinding("missing_fact", $"leaves out ({statement.Id}): {statement.Text}", response.QuoteAll());
        }

        return null;
    }

    // A forbidden statement that differs from an approved one only in a number or a negator is not excused by being close to it.
    private static bool SpeaksAgainst(StatementProfile forbidden, StatementProfile approved) =>
        forbidden.IsNegated != approved.IsNegated
        || forbidden.Facts.Any(fact => !approved.Facts.Any(other => other.Agrees(fact)) && approved.Facts.Any(other => other.Kind == fact.Kind));

    private static bool IsIn(StatedFact fact, ResponseProfile response, SentenceProfile sentence) =>
        response.Facts.Any(given => given.Start >= sentence.Start && given.End <= sentence.End && given.Agrees(fact));
}
