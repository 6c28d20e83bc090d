using System;
using ConvoEval.Statistics.Distributions;

namespace ConvoEval.Statistics.Agreement;

/// <summary>
/// Two raters, nominal categories: the coefficients beside each other, since each has its blind spot.
/// </summary>
public sealed record AgreementCoefficients
{
    /// <summary>Items rated.</summary>
    public required long Items { get; init; }

    /// <summary>Share of items in the same category.</summary>
    public required double PercentAgreement { get; init; }

    /// <summary>Cohen's (1960) κ; null when both raters used one and the same category only.</summary>
    public Coefficient? Kappa { get; init; }

    /// <summary>Gwet's (2008) AC1, which stays high when one category is rare.</summary>
    public required Coefficient Ac1 { get; init; }

    /// <summary>Scott's (1955) π; null as <see cref="Kappa"/>.</summary>
    public double? ScottPi { get; init; }

    /// <summary>Brennan and Prediger (1981): chance = 1/categories.</summary>
    public required double BrennanPrediger { get; init; }

    /// <summary>
    /// Measures a square table, row by row (rows first rater, columns second rater). Standard errors: κ after Fleiss,
    /// Cohen and Everitt (1969), AC1 after Gwet (2008). Null for an empty table; throws when the table is not square,
    /// has fewer than two categories or negative counts. O(categories²).
    /// </summary>
    public static AgreementCoefficients? Measure(ReadOnlySpan<long> table, int categories, double level)
    {
        double z = StandardNormal.TwoSided(level);
        double total = RatingTable.Total(table, categories);
        if (total == 0)
            return null;
        double[] rows = new double[categories];
        double[] columns = new double[categories];
        double[] means = new double[categories];
        double agreed = 0;
        for (int i = 0; i < categories; i++)
        {
            for (int j = 0; j < categories; j++)
            {
                rows[i] += table[i * categories + j] / total;
                columns[j] += table[i * categories + j] / total;
            }

            agreed += table[i * categories + i] / total;
        }

        double scottChance = 0;
        for (int i = 0; i < categories; i++)
        {
            means[i] = (rows[i] + columns[i]) / 2;
            scottChance += means[i] * means[i];
        }

        return new AgreementCoefficients
        {
            Items = (long)total,
            PercentAgreement = agreed,
            Kappa = Cohen(table, rows, columns, agreed, total, z),
            Ac1 = Gwet(table, means, agreed, total, z),
            ScottPi = scottChance < 1 ? (agreed - scottChance) / (1 - scottChance) : null,
            BrennanPrediger = (agreed - 1.0 / categories) / (1 - 1.0 / categories),
        };
    }

    private static Coefficient? Cohen(
        ReadOnlySpan<long> table,
        double[] rows,
        double[] columns,
        double agreed,
        double total,
        double z)
    {
        int q = rows.Length;
        double chance = 0;
        for (int i = 0; i < q; i++)
            chance += rows[i] * columns[i];
        if (chance >= 1)
            return null;
        double kappa = (agreed - chance) / (1 - chance);
        double diagonal = 0;
        double rest = 0;
        for (int i = 0; i < q; i++)
        {
            for (int j = 0; j < q; j++)
            {
                double share = table[i * q + j] / total;
                double weight = i == j
                    ? 1 - (rows[i] + columns[i]) * (1 - kappa)
                    : columns[i] + rows[j];
                if (i == j)
                    diagonal += share * weight * weight;
                else
                    rest += share * weight * weight;
            }
        }

        double mean = kappa - chance * (1 - kappa);
        double variance = (diagonal + (1 - kappa) * (1 - kappa) * rest - mean * mean)
            / (total * (1 - chance) * (1 - chance));
        return Make(kappa, chance, variance, z);
    }

    private static Coefficient Gwet(ReadOnlySpan<long> table, double[] means, double agreed, double total, double z)
    {
        int q = means.Length;
        double chance = 0;
        foreach (double mean in means)
            chance += mean * (1 - mean) / (q - 1);
        double value = (agreed - chance) / (1 - chance);
        double diagonal = 0;
        double all = 0;
        for (int i = 0; i < q; i++)
        {
            for (int j = 0; j < q; j++)
            {
                double share = table[i * q + j] / total;
                double weight = 1 - (means[i] + means[j]) / 2;
                all += share * weight * weight / ((q - 1.0) * (q - 1.0));
                if (i == j)
                    diagonal += share * (1 - means[i]) / (q - 1);
            }
        }

        double variance = (agreed * (1 - agreed)
                - 4 * (1 - value) * (diagonal - agreed * chance)
                + 4 * (1 - value) * (1 - value) * (all - chance * chance))
            / (total * (1 - chance) * (1 - chance));
        return Make(value, chance, variance, z);
    }

    private static Coefficient Make(double value, double chance, double variance, double z)
    {
        // Full agreement has no variance; what is left then is rounding.
        double error = value >= 1 || variance <= 0 ? 0 : Math.Sqrt(variance);
        Interval? interval = error > 0 ? new Interval(value - z * error, Math.Min(1, value + z * error)) : null;
        return new Coefficient(value, chance, error, interval);
    }
}
