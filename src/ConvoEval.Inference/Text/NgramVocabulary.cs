using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace ConvoEval.Inference.Text;

/// <summary>
/// The n-grams that a model knows, words first, each with the number of training texts that hold it. The row of an
/// n-gram is its
/// row in the model. Kept as a text file of three columns (kind: w word, p pair, c characters; count; n-gram), so a
/// person can read what a model looks at.
/// </summary>
internal sealed class NgramVocabulary
{
    private const string KindLetters = "wpc";

    private readonly ulong[] _hashes;
    private readonly int[] _rows;
    private readonly int _mask;

    private NgramVocabulary(NgramEntry[] entries, int documents)
    {
        Entries = entries;
        Documents = documents;
        var size = 16;
        while (size < entries.Length * 3)
        {
            size *= 2;
        }

        _hashes = new ulong[size];
        _rows = new int[size];
        _mask = size - 1;
        for (var row = 0; row < entries.Length; row++)
        {
            WordRows += entries[row].Kind == NgramKind.Character ? 0 : 1;
            Insert(NgramHash.Of(entries[row].Kind, entries[row].Text), row);
        }
    }

    /// <summary>All n-grams in order of row.</summary>
    public IReadOnlyList<NgramEntry> Entries { get; }

    /// <summary>Number of training texts.</summary>
    public int Documents { get; }

    /// <summary>Rows below this are word n-grams, the others character n-grams.</summary>
    public int WordRows { get; }

    /// <summary>Number of n-grams.</summary>
    public int Count => Entries.Count;

    /// <summary>Puts n-grams in their order: words first, then ordinal.</summary>
    /// <exception cref="InvalidDataException">Two n-grams are equal or share a hash.</exception>
    public static NgramVocabulary Create(IEnumerable<NgramEntry> entries, int documents)
    {
        var sorted = new List<NgramEntry>(entries);
        sorted.Sort(static (left, right) => left.Kind != right.Kind
            ? left.Kind.CompareTo(right.Kind)
            : string.CompareOrdinal(left.Text, right.Text));
        return new NgramVocabulary([.. sorted], documents);
    }

    /// <summary>Row of an n-gram; -1 when the model does not know it.</summary>
    public int Find(ulong hash)
    {
        for (var slot = (int)hash & _mask; ; slot = (slot + 1) & _mask)
        {
            if (_hashes[slot] == hash)
            {
                return _rows[slot];
            }

            if (_hashes[slot] == 0)
            {
                return -1;
            }
        }
    }

    /// <summary>The file: a line per n-gram, with tabs between the columns and a last line break.</summary>
    public byte[] ToFile()
    {
        var text = new StringBuilder();
        foreach (var entry in Entries)
        {
            text.Append(KindLetters[(int)entry.Kind]).Append('\t')
                .Append(entry.Texts.ToString(CultureInfo.InvariantCulture))
                .Append('\t').Append(entry.Text).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads the file again.</summary>
    /// <exception cref="InvalidDataException">A line is no entry, or the order is not that of <see
    /// cref="Create"/>.</exception>
    public static NgramVocabulary FromFile(ReadOnlySpan<byte> file, int documents)
    {
        var entries = new List<NgramEntry>();
        foreach (var line in Encoding.UTF8.GetString(file).Split('\n'))
        {
            if (line.Length == 0)
            {
                continue;
            }

            var first = line.IndexOf('\t', StringComparison.Ordinal);
            var second = first < 0 ? -1 : line.IndexOf('\t', first + 1);
            if (first != 1 || second < 0 || !KindLetters.Contains(line[0], StringComparison.Ordinal)
                || !int.TryParse(
                    line.AsSpan(2, second - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var texts))
            {
                throw new InvalidDataException(
                    $"Line {entries.Count + 1} of the vocabulary must be kind (w, p or c), count and n-gram "
                    + $"with tabs between: '{line}'.");
            }

            entries.Add(new NgramEntry(
                (NgramKind)KindLetters.IndexOf(line[0], StringComparison.Ordinal), line[(second + 1)..], texts));
        }

        return new NgramVocabulary([.. entries], documents);
    }

    private void Insert(ulong hash, int row)
    {
        var slot = (int)hash & _mask;
        while (_hashes[slot] != 0)
        {
            if (_hashes[slot] == hash)
            {
                throw new InvalidDataException(
                    $"N-grams '{Entries[_rows[slot]].Text}' and '{Entries[row].Text}' of the vocabulary share a hash.");
            }

            slot = (slot + 1) & _mask;
        }

        _hashes[slot] = hash;
        _rows[slot] = row;
    }
}

/// <summary>An n-gram of a vocabulary.</summary>
/// <param name="Kind">Word, pair of words, or characters.</param>
/// <param name="Text">The n-gram; a blank marks the border of a word.</param>
/// <param name="Texts">Number of training texts that hold it.</param>
internal readonly record struct NgramEntry(NgramKind Kind, string Text, int Texts);
