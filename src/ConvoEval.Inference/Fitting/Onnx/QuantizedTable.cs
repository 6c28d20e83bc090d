using System;

namespace ConvoEval.Inference.Fitting.Onnx;

/// <summary>
/// A table of rows as 8-bit integers with one scale per row: a quarter of the size, error at most half a step.
/// </summary>
internal sealed class QuantizedTable
{
    private const int Steps = 127;

    private QuantizedTable(sbyte[] values, float[] scales, int rows, int columns)
    {
        Values = values;
        Scales = scales;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>Integers in row order.</summary>
    public sbyte[] Values { get; }

    /// <summary>What one step means, per row.</summary>
    public float[] Scales { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Rounds a table; the largest value of each row is met exactly.</summary>
    public static QuantizedTable From(ReadOnlySpan<float> table, int rows, int columns)
    {
        var values = new sbyte[table.Length];
        var scales = new float[rows];
        for (var row = 0; row < rows; row++)
        {
            var source = table.Slice(row * columns, columns);
            var largest = 0f;
            foreach (var value in source)
            {
                if (!float.IsFinite(value))
                {
                    throw new ArgumentException($"Row {row} of the table holds {value}.", nameof(table));
                }

                largest = MathF.Max(largest, MathF.Abs(value));
            }

            var scale = largest / Steps;
            scales[row] = scale;
            for (var column = 0; scale > 0 && column < columns; column++)
            {
                var rounded = Math.Round(source[column] / (double)scale, MidpointRounding.ToEven);
                values[(row * columns) + column] = (sbyte)Math.Clamp(rounded, -Steps, Steps);
            }
        }

        return new QuantizedTable(values, scales, rows, columns);
    }
}
