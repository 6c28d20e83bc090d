using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>
/// Inverted index over stems and letter 4-grams of short texts, weighted by inverse document frequency. Finds the texts closest to another one by cosine;
/// letter grams forgive misspellings. Immutable once built; thread-safe. A search costs the postings of the features that occur in the text.
/// </summary>
internal sealed class TermIndex
{
    private const int GramLength = 4;
    private const float GramWeight = 0.5f;
    private const int LongestWord = 40;

    /// <summary>Longest text that is searched; what comes behind changes no match.</summary>
    private const int MaximumLength = 4_000;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly (int Document, float Weight)[][] _postings;
    private readonly float[] _weights;
    private readonly float _unknown;

    public TermIndex(IReadOnlyList<string> documents)
    {
        var features = new List<Dictionary<int, float>>(documents.Count);
        var frequencies = new List<int>();
        foreach (var text in documents)
        {
            var found = new Dictionary<int, float>();
            Read(text, (word, factor) =>
            {
                var id = IdOf(word, frequencies);
                if (!found.ContainsKey(id))
                    frequencies[id]++;
                found[id] = factor;
            });
            features.Add(found);
        }

        _weights = new float[frequencies.Count];
        for (var id = 0; id < _weights.Length; id++)
            _weights[id] = Idf(documents.Count, frequencies[id]);
        _unknown = Idf(documents.Count, 1);
        Count = documents.Count;
        var postings = new List<(int Document, float Weight)>[_weights.Length];
        for (var id = 0; id < postings.Length; id++)
            postings[id] = [];
        for (var document = 0; document < features.Count; document++)
            Post(document, features[document], postings);
        _postings = [.. postings.Select(list => list.ToArray())];
    }

    /// <summary>Number of texts.</summary>
    public int Count { get; }

    /// <summary>Adds the cosine of the text with each document to <paramref name="scores"/>, as long as <see cref="Count"/>.</summary>
    public void Score(string text, Span<float> scores)
    {
        if (Count == 0)
            return;
        var query = new Dictionary<int, float>();
        var unknown = 0f;
        var lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        Read(text.Length > MaximumLength ? text[..MaximumLength] : text, (word, factor) =>
        {
            if (lookup.TryGetValue(word, out var id))
                query[id] = factor * _weights[id];
            else if (factor == 1)
                unknown += _unknown * _unknown;
        });
        double length = unknown;
        foreach (var weight in query.Values)
            length += weight * weight;
        if (length == 0)
            return;
        var norm = (float)(1 / Math.Sqrt(length));
        foreach (var (id, weight) in query)
        {
            var factor = weight * norm;
            foreach (ref readonly var posting in _postings[id].AsSpan())
                scores[posting.Document] += factor * posting.Weight;
        }
    }

    /// <summary>Inverse document frequency of a stem; that of a stem seen once when it never occurred.</summary>
    public float WeightOf(ReadOnlySpan<char> stem) =>
        _ids.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(stem, out var id) ? _weights[id] : _unknown;

    private static float Idf(int documents, int frequency) => MathF.Log(1 + ((documents + 1f) / (frequency + 0.5f)));

    private int IdOf(ReadOnlySpan<char> word, List<int> frequencies)
    {
        var lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var id))
            return id;
        id = _ids.Count;
        lookup[word] = id;
        frequencies.Add(0);
        return id;
    }

    private void Post(int document, Dictionary<int, float> features, List<(int Document, float Weight)>[] postings)
    {
        double length = 0;
        foreach (var (id, factor) in features)
            length += factor * _weights[id] * (factor * _weights[id]);
        if (length == 0)
            return;
        var norm = 1 / Math.Sqrt(length);
        foreach (var (id, factor) in features)
            postings[id].Add((document, (float)(factor * _weights[id] * norm)));
    }

    private static void Read(string text, Action<ReadOnlySpan<char>, float> take)
    {
        Span<char> padded = stackalloc char[LongestWord + 2];
        foreach (var word in Words.Tokens(text))
        {
            if (MatchingStopWords.Contains(word))
                continue;
            var stem = Stems.Of(word);
            take(stem, 1);
            if (stem.Length > LongestWord || stem.Length < GramLength - 1)
                continue;
            padded[0] = '_';
            stem.CopyTo(padded[1..]);
            padded[stem.Length + 1] = '_';
            for (var i = 0; i + GramLength <= stem.Length + 2; i++)
                take(padded.Slice(i, GramLength), GramWeight);
        }
    }
}
