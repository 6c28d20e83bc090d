using System;
using System.Buffers;
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

    /// <summary>Per feature that stood in a text as a stem: itself and its letter grams; null = it is known as a letter gram alone.</summary>
    private readonly int[]?[] _featuresOfStem;

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
        _featuresOfStem = FeaturesOfStems(documents);
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
        var query = ArrayPool<float>.Shared.Rent(_weights.Length);
        Array.Clear(query, 0, _weights.Length);
        var order = new List<int>();
        var unknown = 0f;
        var lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in Words.Tokens(text.Length > MaximumLength ? text[..MaximumLength] : text))
        {
            if (MatchingStopWords.Contains(word))
                continue;
            var stem = Stems.Of(word);
            var isKnown = lookup.TryGetValue(stem, out var stemId);
            if (isKnown && _featuresOfStem[stemId] is { } features)
            {
                Put(query, order, stemId, _weights[stemId]);
                for (var i = 1; i < features.Length; i++)
                    Put(query, order, features[i], GramWeight * _weights[features[i]]);
                continue;
            }

            if (isKnown)
                Put(query, order, stemId, _weights[stemId]);
            else
                unknown += _unknown * _unknown;
            ReadGrams(stem, gram =>
            {
                if (lookup.TryGetValue(gram, out var id))
                    Put(query, order, id, GramWeight * _weights[id]);
            });
        }

        AddCosines(query, order, unknown, scores);
        ArrayPool<float>.Shared.Return(query);
    }

    /// <summary>Inverse document frequency of a stem; that of a stem seen once when it never occurred.</summary>
    public float WeightOf(ReadOnlySpan<char> stem) =>
        _ids.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(stem, out var id) ? _weights[id] : _unknown;

    /// <summary>A feature that comes again keeps its place and takes the newer weight. Weights are above 0, so 0 = not there yet.</summary>
    private static void Put(float[] query, List<int> order, int id, float weight)
    {
        if (query[id] == 0)
            order.Add(id);
        query[id] = weight;
    }

    private void AddCosines(float[] query, List<int> order, float unknown, Span<float> scores)
    {
        double length = unknown;
        foreach (var id in order)
            length += query[id] * query[id];
        if (length == 0)
            return;
        var norm = (float)(1 / Math.Sqrt(length));
        foreach (var id in order)
        {
            var factor = query[id] * norm;
            foreach (ref readonly var posting in _postings[id].AsSpan())
                scores[posting.Document] += factor * posting.Weight;
        }
    }

    private int[]?[] FeaturesOfStems(IReadOnlyList<string> documents)
    {
        var features = new int[]?[_weights.Length];
        var lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in documents)
        {
            foreach (var word in Words.Tokens(text))
            {
                if (MatchingStopWords.Contains(word))
                    continue;
                var stem = Stems.Of(word);
                var own = new List<int> { lookup[stem] };
                if (features[own[0]] is not null)
                    continue;
                ReadGrams(stem, gram => own.Add(lookup[gram]));
                features[own[0]] = [.. own];
            }
        }

        return features;
    }

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
        foreach (var word in Words.Tokens(text))
        {
            if (MatchingStopWords.Contains(word))
                continue;
            var stem = Stems.Of(word);
            take(stem, 1);
            ReadGrams(stem, gram => take(gram, GramWeight));
        }
    }

    private static void ReadGrams(ReadOnlySpan<char> stem, Action<ReadOnlySpan<char>> take)
    {
        if (stem.Length > LongestWord || stem.Length < GramLength - 1)
            return;
        Span<char> padded = stackalloc char[LongestWord + 2];
        padded[0] = '_';
        stem.CopyTo(padded[1..]);
        padded[stem.Length + 1] = '_';
        for (var i = 0; i + GramLength <= stem.Length + 2; i++)
            take(padded.Slice(i, GramLength));
    }
}
