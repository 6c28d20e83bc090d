using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>A golden item read once: its facts, its statements, its words. Immutable.</summary>
internal sealed class GoldenProfile
{
    /// <summary>Most words of an answer that is a name or a number rather than an explanation.</summary>
    private const int ShortAnswerWords = 5;

    /// <summary>A required fact without numbers counts as left out below this share of its words ...</summary>
    private const float LeastCoverage = 0.28f;

    /// <summary>... or below this part of the share that the approved answers themselves reach.</summary>
    private const float ApprovedShare = 0.6f;

    public GoldenProfile(GoldenItem golden, TermIndex weights)
    {
        Golden = golden;
        var approved = golden.Answers.Concat(golden.Required.Select(statement => statement.Text)).Select(Words.Normalize).ToList();
        Approved = [.. approved.SelectMany(StatedFacts.Find)];
        Known = [.. Approved, .. golden.Variants.Prepend(golden.Question).Select(Words.Normalize).SelectMany(StatedFacts.Find)];
        ApprovedWords = approved.SelectMany(Words.Tokens).ToHashSet(StringComparer.Ordinal);
        Sentences = [.. approved.SelectMany(text => Words.Sentences(text).Select(place => new StatementProfile("", text[place.Start..place.End], false, weights)))];
        Required = [.. golden.Required.Select(statement => new StatementProfile(statement.Id, statement.Text, false, weights))];
        Checkable = [.. CheckableOf(golden, Required)];
        ShortAnswers = golden.Required.Count == 0 && golden.Answers.All(IsShort)
            ? [.. golden.Answers.Select(answer => new StatementProfile("", answer, false, weights))]
            : [];
        Forbidden = [.. golden.Forbidden.Select(statement => new StatementProfile(statement.Id, statement.Text, statement.IsCritical, weights))];
    }

    /// <summary>The item.</summary>
    public GoldenItem Golden { get; }

    /// <summary>Facts of approved answers and required statements.</summary>
    public IReadOnlyList<StatedFact> Approved { get; }

    /// <summary>The same with the facts of the questions.</summary>
    public IReadOnlyList<StatedFact> Known { get; }

    /// <summary>Words of approved answers and required statements.</summary>
    public IReadOnlySet<string> ApprovedWords { get; }

    /// <summary>Sentences of the approved answers, and the required statements.</summary>
    public IReadOnlyList<StatementProfile> Sentences { get; }

    /// <summary>Required facts.</summary>
    public IReadOnlyList<StatementProfile> Required { get; }

    /// <summary>The approved answers of an item without required facts when all of them are short: one of them must be given. Empty otherwise.</summary>
    public IReadOnlyList<StatementProfile> ShortAnswers { get; }

    /// <summary>
    /// Required facts that the rules can check, each with the smallest share of its words that counts as said: those that every approved answer states by the same rule.
    /// What the rules do not even find in an approved answer, they must not miss in a response.
    /// </summary>
    public IReadOnlyList<(StatementProfile Statement, float LeastCoverage)> Checkable { get; }

    /// <summary>Forbidden statements.</summary>
    public IReadOnlyList<StatementProfile> Forbidden { get; }

    /// <summary>A name, a number, a place: no sentence, which can be said in other words.</summary>
    private static bool IsShort(string answer) =>
        Words.Tokens(answer).Count <= ShortAnswerWords && !answer.AsSpan().TrimEnd().EndsWith(".", StringComparison.Ordinal);

    private static IEnumerable<(StatementProfile Statement, float LeastCoverage)> CheckableOf(GoldenItem golden, IReadOnlyList<StatementProfile> required)
    {
        var answers = golden.Answers.Select(answer => new ResponseProfile(answer, 0)).ToList();
        foreach (var statement in required)
        {
            var stated = answers.Count == 0 ? 1 : answers.Min(answer => statement.CoveredBy(answer.Stems));
            var least = Math.Min(LeastCoverage, ApprovedShare * stated);
            if (!answers.Exists(answer => StatementCheck.IsMissing(statement, answer, least)))
                yield return (statement, least);
        }
    }
}
