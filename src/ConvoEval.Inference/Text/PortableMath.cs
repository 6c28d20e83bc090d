using System;

namespace ConvoEval.Inference.Text;

/// <summary>
/// Exponential and logarithm from additions and multiplications only, so that the bits are the same on every operating
/// system and
/// processor (the functions of <see cref="Math"/> come from the C library of the machine). Relative error below 1e-13.
/// </summary>
internal static class PortableMath
{
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>e to the power of x; 0 below -700 and infinity above 709.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x))
        {
            throw new ArgumentOutOfRangeException(nameof(x), "Not a number.");
        }

        if (x < -700)
        {
            return 0;
        }

        if (x > 709)
        {
            return double.PositiveInfinity;
        }

        var power = Math.Round(x / (Ln2High + Ln2Low), MidpointRounding.ToEven);
        var rest = (x - (power * Ln2High)) - (power * Ln2Low);
        var sum = 1.0;
        for (var i = 14; i >= 1; i--)
        {
            sum = 1 + (sum * rest / i);
        }

        return sum * BitConverter.Int64BitsToDouble(((long)power + 1023) << 52);
    }

    /// <summary>Natural logarithm of a positive finite number.</summary>
    public static double Log(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        if (!double.IsNormal(x))
        {
            throw new ArgumentOutOfRangeException(nameof(x), "Not a normal number.");
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        var power = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            power++;
        }

        // ln m = 2 artanh((m - 1) / (m + 1)), |argument| <= 0.1716: 11 terms leave less than 1e-17.
        var ratio = (mantissa - 1) / (mantissa + 1);
        var square = ratio * ratio;
        var series = 0.0;
        for (var i = 21; i >= 1; i -= 2)
        {
            series = (series * square) + (1.0 / i);
        }

        return (power * Ln2High) + ((2 * ratio * series) + (power * Ln2Low));
    }
}
