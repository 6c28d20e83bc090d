using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>A golden item read once: its facts, its statements, its words. Immutable.</summary>
internal sealed class GoldenProfile
{
    public GoldenProfile(GoldenItem golden, TermIndex weights)
    {
        Golden = golden;
        var approved = golden.Answers.Concat(golden.Required.Select(statement => statement.Text)).Select(Words.Normalize).ToList();
        Approved = [.. approved.SelectMany(StatedFacts.Find)];
        Known = [.. Approved, .. golden.Variants.Prepend(golden.Question).Select(Words.Normalize).SelectMany(StatedFacts.Find)];
        ApprovedWords = approved.SelectMany(Words.Tokens).ToHashSet(StringComparer.Ordinal);
        Sentences = [.. approved.SelectMany(text => Words.Sentences(text).Select(place => new StatementProfile("", text[place.Start..place.End], false, weights)))];
        Required = [.. golden.Required.Select(statement => new StatementProfile(statement.Id, statement.Text, false, weights))];
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

    /// <summary>Forbidden statements.</summary>
    public IReadOnlyList<StatementProfile> Forbidden { get; }
}
