using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Judging.Rules;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>A response read once. Immutable.</summary>
internal sealed class ResponseProfile
{
    private readonly string _original;
    private readonly int _turnIndex;
    private readonly bool _isAligned;

    public ResponseProfile(string response, int turnIndex)
    {
        _original = response;
        _turnIndex = turnIndex;
        Text = Words.Normalize(response);
        _isAligned = Text.Length == response.Length;
        Facts = StatedFacts.Find(Text);
        Sentences = [.. Words.Sentences(Text).Select(place => Sentence(place.Start, place.End))];
        Stems = Sentences.SelectMany(sentence => sentence.Stems).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The normalised text.</summary>
    public string Text { get; }

    /// <summary>Its facts.</summary>
    public IReadOnlyList<StatedFact> Facts { get; }

    /// <summary>Its sentences.</summary>
    public IReadOnlyList<SentenceProfile> Sentences { get; }

    /// <summary>Content stems of all sentences.</summary>
    public IReadOnlySet<string> Stems { get; }

    /// <summary>A quote of the response as it was written. Where normalising moved the places, the whole response.</summary>
    public Evidence Quote(int start, int end) =>
        _isAligned ? RuleEvidence.Of(_turnIndex, _original, start, end) : RuleEvidence.Of(_turnIndex, _original, 0, _original.Length);

    /// <summary>The whole response.</summary>
    public Evidence QuoteAll() => RuleEvidence.Of(_turnIndex, _original, 0, _original.Length);

    private SentenceProfile Sentence(int start, int end)
    {
        var tokens = Words.Tokens(Text[start..end]);
        var stems = tokens.Where(token => !StatementProfile.IsEmptyWord(token))
            .Select(token => Synonyms.Of(Judging.Text.Stems.Of(token).ToString())).ToHashSet(StringComparer.Ordinal);
        return new SentenceProfile(start, end, tokens, stems, tokens.Count(Polarity.IsNegator) % 2 == 1, Text[end - 1] == '?');
    }
}
