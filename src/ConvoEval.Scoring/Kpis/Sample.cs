using System;
using ConvoEval.Scoring.Tables;
using ConvoEval.Statistics.Moments;

namespace ConvoEval.Scoring.Kpis;

/// <summary>
/// The contributions of some conversations to a KPI, summed within clusters, in the canonical order of the table.
/// Buffers are reused: a sample is valid until the next one is read.
/// </summary>
internal sealed class Sample
{
    private double[] _parts = [];
    private double[] _wholes = [];

    /// <summary>Sum of parts per cluster with a value.</summary>
    public ReadOnlySpan<double> Parts => _parts.AsSpan(0, Clusters);

    /// <summary>Sum of wholes per cluster with a value.</summary>
    public ReadOnlySpan<double> Wholes => _wholes.AsSpan(0, Clusters);

    /// <summary>Clusters with a value.</summary>
    public int Clusters { get; private set; }

    /// <summary>Conversations with a value.</summary>
    public int Conversations { get; private set; }

    /// <summary>Units without a value.</summary>
    public double Unscored { get; private set; }

    /// <summary>Numerator.</summary>
    public double Part { get; private set; }

    /// <summary>Denominator, in units with a value.</summary>
    public double Whole { get; private set; }

    /// <summary>Whether some cluster has more than one conversation.</summary>
    public bool HasRepeats => Conversations > Clusters;

    /// <summary>Reads the contributions of the rows, which stand in cluster order. O(rows).</summary>
    public void Read(FactsTable table, ReadOnlySpan<int> rowNumbers, Measure measure)
    {
        if (_parts.Length < rowNumbers.Length)
        {
            _parts = new double[rowNumbers.Length];
            _wholes = new double[rowNumbers.Length];
        }

        Clusters = 0;
        Conversations = 0;
        Unscored = 0;
        var rows = table.Rows;
        var clusters = table.Order.Clusters;
        var last = 0UL;
        foreach (var number in rowNumbers)
        {
            var measured = measure(rows[number]);
            Unscored += measured.Unscored;
            if (measured.Whole == 0)
                continue;
            Conversations++;
            if (Clusters > 0 && clusters[number] == last)
            {
                _parts[Clusters - 1] += measured.Part;
                _wholes[Clusters - 1] += measured.Whole;
                continue;
            }

            last = clusters[number];
            _parts[Clusters] = measured.Part;
            _wholes[Clusters] = measured.Whole;
            Clusters++;
        }

        Part = SampleMoments.Sum(Parts);
        Whole = SampleMoments.Sum(Wholes);
    }
}
