using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ConvoEval.Statistics.Agreement;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Vectors;

public sealed class AgreementVectorTests
{
    private const string File = "v04_agreement";

    public static TheoryData<int, string> Cases() => VectorFile.Cases(File);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agreement_measures_equal_the_reference(int index, string name)
    {
        VectorCase vector = VectorFile.Case(File, index);
        switch (name)
        {
            case "judge_vs_gold_binary":
                Binary(vector);
                break;
            case "multiclass_table":
                (long[] table, int categories) = Table(vector, "table");
                CheckCoefficients(vector, AgreementCoefficients.Measure(table, categories, 0.95), isFull: true);
                break;
            case "ordinal_table":
                (long[] grades, int count) = Table(vector, "table");
                vector.Check("kappa", AgreementCoefficients.Measure(grades, count, 0.95)?.Kappa?.Value);
                vector.Check("kappa_linear", WeightedKappa.Linear(grades, count));
                vector.Check("kappa_quadratic", WeightedKappa.Quadratic(grades, count));
                break;
            case "krippendorff":
                Krippendorff(vector);
                break;
            case "fleiss":
                (long[] counts, int width) = Table(vector, "counts");
                vector.Check("kappa", FleissKappa.Measure(counts, width));
                break;
            default:
                Assert.Fail($"Unknown case {name}.");
                break;
        }

        vector.AssertAllCompared();
    }

    private static void Binary(VectorCase vector)
    {
        BinaryAgreement found = BinaryAgreement.Measure(
            new ConfusionCounts(vector.Whole("tp"), vector.Whole("fp"), vector.Whole("fn"), vector.Whole("tn")), 0.95);
        vector.Check("accuracy", found.Accuracy);
        vector.Check("sensitivity", found.Sensitivity);
        vector.Check("specificity", found.Specificity);
        vector.Check("precision", found.Precision);
        vector.Check("npv", found.NegativePredictiveValue);
        vector.Check("f1", found.F1);
        vector.Check("balanced_accuracy", found.BalancedAccuracy);
        vector.Check("youden_j", found.Youden);
        vector.Check("mcc", found.Matthews);
        vector.Check("prevalence_true", found.PrevalenceGold);
        vector.Check("prevalence_judge", found.PrevalenceJudge);
        vector.Check("bias_index", found.BiasIndex);
        vector.Check("accuracy_wilson", found.AccuracyInterval);
        vector.Check("sensitivity_wilson", found.SensitivityInterval);
        vector.Check("specificity_wilson", found.SpecificityInterval);
        bool isFull = vector.HasExpected("kappa_se_fce");
        if (vector.HasExpected("youden_ci_square_and_add"))
        {
            vector.Check("youden_ci_square_and_add", found.YoudenInterval);
            vector.Check("balanced_accuracy_ci", found.BalancedAccuracyInterval);
        }
        else
        {
            Assert.Null(found.YoudenInterval);
            Assert.Null(found.BalancedAccuracyInterval);
        }

        CheckCoefficients(vector, found.Coefficients, isFull);
    }

    private static void CheckCoefficients(VectorCase vector, AgreementCoefficients? found, bool isFull)
    {
        Assert.NotNull(found);
        vector.Check("n", found.Items);
        vector.Check("percent_agreement", found.PercentAgreement);
        vector.Check("kappa", found.Kappa?.Value);
        vector.Check("ac1", found.Ac1.Value);
        vector.Check("brennan_prediger", found.BrennanPrediger);
        if (!isFull)
            return;
        vector.Check("kappa_pe", found.Kappa?.ChanceAgreement);
        vector.Check("kappa_se_fce", found.Kappa?.StandardError);
        vector.Check("kappa_ci", found.Kappa?.Interval);
        vector.Check("ac1_pe", found.Ac1.ChanceAgreement);
        vector.Check("ac1_se", found.Ac1.StandardError);
        vector.Check("ac1_ci", found.Ac1.Interval);
        vector.Check("scott_pi", found.ScottPi);
    }

    private static void Krippendorff(VectorCase vector)
    {
        IReadOnlyList<IReadOnlyList<double?>> units = vector.Input.GetProperty("units").EnumerateArray()
            .Select(unit => (IReadOnlyList<double?>)unit.EnumerateArray()
                .Select(rating => rating.ValueKind == JsonValueKind.Null ? (double?)null : rating.GetDouble())
                .ToArray())
            .ToArray();
        foreach (MeasurementLevel measurement in Enum.GetValues<MeasurementLevel>())
        {
            string path = measurement.ToString().ToLowerInvariant();
            if (vector.HasExpected(path))
                vector.Check(path, KrippendorffAlpha.Measure(units, measurement));
        }
    }

    private static (long[] Table, int Width) Table(VectorCase vector, string path)
    {
        long[][] rows = vector.Input.GetProperty(path).EnumerateArray()
            .Select(row => row.EnumerateArray().Select(cell => cell.GetInt64()).ToArray()).ToArray();
        return (rows.SelectMany(row => row).ToArray(), rows[0].Length);
    }
}
