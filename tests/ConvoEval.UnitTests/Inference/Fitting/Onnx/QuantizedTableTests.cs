using System;
using ConvoEval.Inference.Fitting.Onnx;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Fitting.Onnx;

public sealed class QuantizedTableTests
{
    [Fact]
    public void The_largest_value_of_a_row_is_met_and_the_others_are_off_by_half_a_step_at_most()
    {
        float[] table = [1f, -0.3f, 0.004f, 0f, -20f, 7f];

        var quantized = QuantizedTable.From(table, 2, 3);

        for (var i = 0; i < table.Length; i++)
        {
            var scale = quantized.Scales[i / 3];
            Assert.InRange(Math.Abs((quantized.Values[i] * scale) - table[i]), 0, (scale / 2) + 1e-6);
        }

        Assert.Equal(127, quantized.Values[0]);
        Assert.Equal(-127, quantized.Values[4]);
    }

    [Fact]
    public void A_row_of_zeros_stays_one() =>
        Assert.Equal(new sbyte[2], QuantizedTable.From([0f, 0f], 1, 2).Values);

    [Fact]
    public void A_table_with_a_number_that_is_none_is_refused() =>
        Assert.Throws<ArgumentException>(() => QuantizedTable.From([1f, float.NaN], 1, 2));
}
