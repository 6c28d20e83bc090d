using System;
using System.Collections.Generic;

namespace ConvoEval.Inference.Text;

/// <summary>
/// Turns a text into rows of a vocabulary with weights: (1 + ln count) times ln((1 + N) / (1 + n)) + 1, each of the
/// two blocks
/// scaled to unit length (Salton and Buckley 1988, sublinear tf, smoothed idf). Words that the vocabulary does not
/// know count
/// in the length of the word block, so a text of strange words has small weights. One featurizer serves one thread.
/// </summary>
internal sealed class TfIdfFeaturizer
{
    private readonly NgramReader _reader;
    private readonly NgramVocabulary _vocabulary;
    private readonly float[] _idf;
    private readonly double _unknownIdf;
    private int[] _rows = new int[1024];

    public TfIdfFeaturizer(NgramVocabulary vocabulary, NgramOptions options)
    {
        _vocabulary = vocabulary;
        _reader = new NgramReader(options);
        _idf = InverseFrequencies(vocabulary);
        _unknownIdf = Idf(vocabulary.Documents, 0);
    }

    /// <summary>Appends rows (ascending, each once) and weights of one text, and returns how many.</summary>
    public int Append(ReadOnlySpan<char> text, List<int> rows, List<float> weights)
    {
        var sink = new Sink(_vocabulary, _rows);
        _reader.Read(text, ref sink);
        _rows = sink.Rows;
        var found = _rows.AsSpan(0, sink.Count);
        found.Sort();
        var first = rows.Count;
        double wordSquares = sink.UnknownWords * _unknownIdf * _unknownIdf, characterSquares = 0;
        for (var i = 0; i < found.Length;)
        {
            var row = found[i];
            var next = i + 1;
            while (next < found.Length && found[next] == row)
            {
                next++;
            }

            var weight = (float)(Sublinear(next - i) * _idf[row]);
            rows.Add(row);
            weights.Add(weight);
            if (row < _vocabulary.WordRows)
            {
                wordSquares += (double)weight * weight;
            }
            else
            {
                characterSquares += (double)weight * weight;
            }

            i = next;
        }

        Scale(rows, weights, first, wordSquares, characterSquares);
        return rows.Count - first;
    }

    private void Scale(List<int> rows, List<float> weights, int first, double wordSquares, double characterSquares)
    {
        var word = wordSquares > 0 ? (float)(1 / Math.Sqrt(wordSquares)) : 0f;
        var character = characterSquares > 0 ? (float)(1 / Math.Sqrt(characterSquares)) : 0f;
        for (var i = first; i < weights.Count; i++)
        {
            weights[i] *= rows[i] < _vocabulary.WordRows ? word : character;
        }
    }

    private static float[] InverseFrequencies(NgramVocabulary vocabulary)
    {
        var idf = new float[vocabulary.Count];
        for (var row = 0; row < idf.Length; row++)
        {
            idf[row] = (float)Idf(vocabulary.Documents, vocabulary.Entries[row].Texts);
        }

        return idf;
    }

    private static double Idf(int documents, int texts) => PortableMath.Log((1.0 + documents) / (1.0 + texts)) + 1;

    private static double Sublinear(int count) => count == 1 ? 1 : 1 + PortableMath.Log(count);

    private struct Sink(NgramVocabulary vocabulary, int[] rows) : INgramSink
    {
        public int[] Rows = rows;
        public int Count;
        public int UnknownWords;

        public void Add(NgramKind kind, ulong hash, int start, int length)
        {
            var row = vocabulary.Find(hash);
            if (row < 0)
            {
                UnknownWords += kind == NgramKind.Word ? 1 : 0;
                return;
            }

            if (Count == Rows.Length)
            {
                Array.Resize(ref Rows, Count * 2);
            }

            Rows[Count++] = row;
        }
    }
}
