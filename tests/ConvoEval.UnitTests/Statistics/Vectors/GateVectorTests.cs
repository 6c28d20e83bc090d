using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ConvoEval.Statistics;
using ConvoEval.Statistics.Comparison;
using Xunit;

namespace ConvoEval.UnitTests.Statistics.Vectors;

public sealed class GateVectorTests
{
    private const string File = "v15_gates";

    public static TheoryData<int, string> Cases() => VectorFile.Cases(File);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Decisions_equal_the_reference(int index, string name)
    {
        VectorCase vector = VectorFile.Case(File, index);
        switch (name)
        {
            case "kpi_state":
                DifferenceState state = DifferenceRule.Classify(Bounds(vector.Input), vector.Number("margin"));
                Assert.Equal(vector.ExpectedText("state"), SnakeCase(state.ToString()));
                break;
            case "release_gate":
                Gate(vector);
                break;
            case "traffic_light":
                Light(vector);
                break;
            default:
                Assert.Fail($"Unknown case {name}.");
                break;
        }

        vector.AssertAllCompared();
    }

    private static void Gate(VectorCase vector)
    {
        List<GateKpi> guardrails = vector.Input.GetProperty("guardrails").EnumerateArray().Select(Kpi).ToList();
        GateResult found = ReleaseGate.Decide(
            Kpi(vector.Input.GetProperty("primary")),
            guardrails,
            vector.Text("mode") == "superiority" ? GateMode.Superiority : GateMode.NonInferiority,
            vector.Input.GetProperty("judge_ok").GetBoolean(),
            vector.Input.GetProperty("min_n_ok").GetBoolean());
        Assert.Equal(vector.ExpectedText("decision"), SnakeCase(found.Decision.ToString()));
        string kpis = string.Join(",", found.KpiIds);
        string words = found.Reason switch
        {
            GateReason.JudgeNotTrusted => "judge quarantined: interval not trustworthy",
            GateReason.TooFewUnits => "below minimum sample",
            GateReason.LossBeyondMargin => "confirmed loss beyond the margin: " + kpis,
            GateReason.NoRelevantDifference => "no relevant difference",
            _ => kpis,
        };
        Assert.Equal(vector.ExpectedText("reason_kpis"), words);
    }

    private static void Light(VectorCase vector)
    {
        var interval = new Interval(vector.Number("lo"), vector.Number("hi"));
        TrafficLight light = vector.Text("direction") == "up"
            ? TrafficLightRule.HigherIsBetter(interval, vector.Number("green"), vector.Number("red"))
            : TrafficLightRule.LowerIsBetter(interval, vector.Number("green"), vector.Number("red"));
        string expected = vector.ExpectedText("state");
        Assert.Equal(expected == "unsure_spans_all" ? "unsure" : expected, SnakeCase(light.ToString()));
    }

    private static GateKpi Kpi(JsonElement kpi) => new(
        kpi.GetProperty("kpi").GetString() ?? "", Bounds(kpi), kpi.GetProperty("margin").GetDouble());

    private static Interval? Bounds(JsonElement element) =>
        element.GetProperty("lo").ValueKind == JsonValueKind.Null
            ? null
            : new Interval(element.GetProperty("lo").GetDouble(), element.GetProperty("hi").GetDouble());

    private static string SnakeCase(string name) => string.Concat(name.Select((letter, i) =>
        char.IsUpper(letter) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
