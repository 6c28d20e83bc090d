using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>A statement read once: its stems with weights, its facts, the parity of its negators. Immutable.</summary>
internal sealed class StatementProfile
{
    private readonly (string Stem, float Weight)[] _stems;
    private readonly float _total;

    public StatementProfile(string id, string text, bool isCritical, TermIndex weights)
    {
        Id = id;
        Text = text;
        IsCritical = isCritical;
        var normalized = Words.Normalize(text);
        Facts = StatedFacts.Find(normalized);
        var tokens = Words.Tokens(normalized);
        IsNegated = tokens.Count(Polarity.IsNegator) % 2 == 1;
        _stems = [.. tokens.Where(token => !IsEmptyWord(token)).Select(token => Synonyms.Of(Stems.Of(token).ToString())).Distinct()
            .Select(stem => (stem, weights.WeightOf(stem)))];
        _total = _stems.Sum(entry => entry.Weight);
    }

    /// <summary>Id within the item; empty for sentences of answers.</summary>
    public string Id { get; }

    /// <summary>The statement as written.</summary>
    public string Text { get; }

    /// <summary>Whether one case blocks a release.</summary>
    public bool IsCritical { get; }

    /// <summary>Its facts.</summary>
    public IReadOnlyList<StatedFact> Facts { get; }

    /// <summary>Whether it holds an odd number of negators.</summary>
    public bool IsNegated { get; }

    /// <summary>Number of different content stems.</summary>
    public int Length => _stems.Length;

    /// <summary>Whether a word is left out of comparisons of statements.</summary>
    public static bool IsEmptyWord(string token) =>
        MatchingStopWords.Contains(token) || Words.IsStopWord(token) || Polarity.IsNegator(token) || char.IsAsciiDigit(token[0]);

    /// <summary>Weighted share of its stems that occur in a set of stems, 0 to 1; 0 when it has none.</summary>
    public float CoveredBy(IReadOnlySet<string> stems)
    {
        if (_total == 0)
            return 0;
        var covered = 0f;
        foreach (var (stem, weight) in _stems)
            if (stems.Contains(stem))
                covered += weight;
        return covered / _total;
    }

    /// <summary>Cosine-like closeness to a sentence: geometric mean of both coverages, so that length does not pay.</summary>
    public float ClosenessTo(SentenceProfile sentence, TermIndex weights)
    {
        if (_total == 0 || sentence.Stems.Count == 0)
            return 0;
        float shared = 0, all = 0;
        foreach (var stem in sentence.Stems)
            all += weights.WeightOf(stem);
        foreach (var (stem, weight) in _stems)
            if (sentence.Stems.Contains(stem))
                shared += weight;
        return all == 0 ? 0 : shared / MathF.Sqrt(_total * all);
    }
}
