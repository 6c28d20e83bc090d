using System;

namespace ConvoEval.Inference.Batching;

/// <summary>
/// How texts are cut into batches. The padded length of a text depends on the text alone, so its numbers do not depend
/// on its
/// neighbours.
/// </summary>
internal static class BatchShape
{
    /// <summary>
    /// Terms of a batch, padding included; about what fits into the second-level cache with its table rows.
    /// </summary>
    private const int TermBudget = 1024;
    private const int SmallestStep = 16;

    /// <summary>Padded length: the next multiple of 16, above 256 of 32, above 512 of 64, and so on.</summary>
    public static int PaddedLength(int terms)
    {
        var step = SmallestStep;
        while (terms > step * 16)
        {
            step *= 2;
        }

        return Math.Max(step, (terms + step - 1) / step * step);
    }

    /// <summary>Texts in a full batch.</summary>
    public static int Size(int paddedLength) => Math.Max(1, TermBudget / paddedLength);
}
