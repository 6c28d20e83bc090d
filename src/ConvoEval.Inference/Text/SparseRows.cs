using System;
using System.Collections.Generic;

namespace ConvoEval.Inference.Text;

/// <summary>
/// Sparse vectors one after another: vector i has the entries from <c>Starts[i]</c> up to <c>Starts[i + 1]</c>.
/// </summary>
internal sealed class SparseRows
{
    private SparseRows(int[] starts, int[] columns, float[] values)
    {
        Starts = starts;
        Columns = columns;
        Values = values;
    }

    /// <summary>First entry per vector, and one past the last entry of all.</summary>
    public int[] Starts { get; }

    /// <summary>Column of each entry, ascending inside a vector.</summary>
    public int[] Columns { get; }

    /// <summary>Value of each entry.</summary>
    public float[] Values { get; }

    /// <summary>Number of vectors.</summary>
    public int Count => Starts.Length - 1;

    /// <summary>Vectors over arrays of the right lengths.</summary>
    public static SparseRows Of(int[] starts, int[] columns, float[] values) =>
        columns.Length == values.Length && starts.Length > 0 && starts[^1] == columns.Length
            ? new SparseRows(starts, columns, values)
            : throw new ArgumentException("Starts, columns and values do not fit together.", nameof(starts));

    /// <summary>Features of texts, in their order.</summary>
    public static SparseRows From(IReadOnlyList<string> texts, TfIdfFeaturizer featurizer)
    {
        var starts = new int[texts.Count + 1];
        var columns = new List<int>();
        var values = new List<float>();
        for (var i = 0; i < texts.Count; i++)
        {
            featurizer.Append(texts[i], columns, values);
            starts[i + 1] = columns.Count;
        }

        return new SparseRows(starts, [.. columns], [.. values]);
    }

    /// <summary>Columns of a vector.</summary>
    public ReadOnlySpan<int> ColumnsOf(int row) => Columns.AsSpan(Starts[row]..Starts[row + 1]);

    /// <summary>Values of a vector.</summary>
    public ReadOnlySpan<float> ValuesOf(int row) => Values.AsSpan(Starts[row]..Starts[row + 1]);
}
