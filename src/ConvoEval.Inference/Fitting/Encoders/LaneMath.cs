using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ConvoEval.Inference.Fitting.Encoders;

/// <summary>
/// Vector arithmetic in eight lanes without fused operations, so that the bits are the same whatever the processor
/// offers. Lengths
/// must be multiples of 8.
/// </summary>
internal static class LaneMath
{
    /// <summary>target += factor · source.</summary>
    public static void AddScaled(Span<float> target, ReadOnlySpan<float> source, float factor)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(source.Length, target.Length, nameof(source));
        ref var to = ref MemoryMarshal.GetReference(target);
        ref var from = ref MemoryMarshal.GetReference(source);
        var factors = Vector256.Create(factor);
        for (nuint i = 0; i < (nuint)target.Length; i += (nuint)Vector256<float>.Count)
        {
            var sum = Vector256.LoadUnsafe(ref to, i) + (factors * Vector256.LoadUnsafe(ref from, i));
            sum.StoreUnsafe(ref to, i);
        }
    }

    /// <summary>Inner product, lanes added in a fixed order at the end.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Length, left.Length, nameof(right));
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        var sums = Vector256<float>.Zero;
        for (nuint i = 0; i < (nuint)left.Length; i += (nuint)Vector256<float>.Count)
        {
            sums += Vector256.LoadUnsafe(ref a, i) * Vector256.LoadUnsafe(ref b, i);
        }

        var halves = sums.GetLower() + sums.GetUpper();
        return (halves[0] + halves[2]) + (halves[1] + halves[3]);
    }
}
