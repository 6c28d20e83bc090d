using System;
using ConvoEval.Statistics.Distributions;

namespace ConvoEval.Statistics.Paired;

/// <summary>Tests that two paired rates are equal; they look at the discordant pairs only.</summary>
public static class McNemar
{
    /// <summary>
    /// Exact and mid-p binomial tests and the χ² form (McNemar 1947; mid-p after Fagerland, Lydersen and Laake 2013).
    /// Without discordant pairs both p-values are 1 and the χ² form is null. O(√pairs).
    /// </summary>
    public static McNemarResult Test(PairedTable table)
    {
        long discordant = table.Discordant;
        if (discordant == 0)
            return new McNemarResult(1, 1, null, null);
        long fewer = Math.Min(table.OnlyFirst, table.OnlySecond);
        bool isTie = table.OnlyFirst == table.OnlySecond;
        double atSeen = Binomial.Probability(fewer, discordant, 0.5);
        double exact = isTie ? 1 : Math.Min(1, 2 * Binomial.Cdf(fewer, discordant, 0.5));
        double midP = isTie ? 1 - atSeen / 2 : exact - atSeen;
        double gap = table.OnlyFirst - table.OnlySecond;
        double chiSquared = gap * gap / discordant;
        return new McNemarResult(exact, midP, chiSquared, ChiSquared.Survival(chiSquared, 1));
    }
}
