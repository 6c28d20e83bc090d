using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace ConvoEval.Inference.Text;

/// <summary>Counts in how many texts each n-gram stands, and keeps the frequent ones.</summary>
internal static class VocabularyBuilder
{
    /// <summary>
    /// The n-grams that stand in at least <paramref name="minTexts"/> texts, and of those at most <paramref
    /// name="maxEntries"/>: the
    /// most frequent, ties in ordinal order.
    /// </summary>
    public static NgramVocabulary Build(IReadOnlyList<string> texts, NgramOptions options, int minTexts, int maxEntries)
    {
        var reader = new NgramReader(options);
        var sink = new CountingSink(reader);
        for (var i = 0; i < texts.Count; i++)
        {
            sink.Text = i;
            reader.Read(texts[i], ref sink);
        }

        var kept = new List<NgramEntry>();
        foreach (var count in sink.Counts.Values)
        {
            if (count.Texts >= minTexts)
            {
                kept.Add(new NgramEntry(count.Kind, count.Ngram, count.Texts));
            }
        }

        kept.Sort(static (left, right) =>
            left.Texts != right.Texts ? right.Texts.CompareTo(left.Texts)
            : left.Kind != right.Kind ? left.Kind.CompareTo(right.Kind)
            : string.CompareOrdinal(left.Text, right.Text));
        if (kept.Count > maxEntries)
        {
            kept.RemoveRange(maxEntries, kept.Count - maxEntries);
        }

        return NgramVocabulary.Create(kept, texts.Count);
    }

    private struct CountingSink(NgramReader reader) : INgramSink
    {
        public readonly Dictionary<ulong, Count> Counts = [];
        public int Text;

        public readonly void Add(NgramKind kind, ulong hash, int start, int length)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(Counts, hash, out var isKnown);
            if (!isKnown)
            {
                count = new Count(kind, reader.Words(start, length).ToString(), 1, Text);
            }
            else if (count.LastText != Text)
            {
                count = count with { Texts = count.Texts + 1, LastText = Text };
            }
        }
    }

    private readonly record struct Count(NgramKind Kind, string Ngram, int Texts, int LastText);
}
