using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Json;
using ConvoEval.UnitTests.Reporting.Samples;
using Xunit;

namespace ConvoEval.UnitTests.Reporting.Json;

public sealed class SummaryWriterTests
{
    public static TheoryData<string> Names => ["two", "seven", "empty", "overridden", "hostile"];

    [Fact]
    public void Summary_of_two_versions_is_the_approved_one() => Approved.Verify("summary.json", SummaryWriter.Compose(SampleReports.TwoVersions()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Summary_fits_its_published_schema(string name) =>
        Assert.Empty(new SchemaCheck(Schema()).Problems(JsonNode.Parse(SummaryWriter.Compose(Report(name)))));

    [Fact]
    public void Schema_check_finds_what_does_not_fit()
    {
        var document = Parse(SampleReports.TwoVersions());
        document["kpis"]![0]!["value"] = "high"; // both are there in this report
        document["surplus"] = 1;
        document.AsObject().Remove("run");
        Assert.Equal(3, new SchemaCheck(Schema()).Problems(document).Count);
    }

    [Fact]
    public void Keys_are_the_promised_ones_in_order()
    {
        var document = Parse(SampleReports.TwoVersions());
        Assert.Equal(
            ["formatVersion", "run", "kpis", "comparisons", "coverage", "clusters", "drift", "gate", "outcomes", "licences", "criticalStatements"],
            document.AsObject().Select(entry => entry.Key));
        Assert.Equal(
            [
                "id", "version", "segment", "value", "low", "high", "level", "method", "numerator", "denominator", "scored", "unscored", "raw",
                "assumptions", "judge", "bounds",
            ],
            document["kpis"]![0]!.AsObject().Select(entry => entry.Key)); // the report has estimates
        Assert.Equal(
            ["kpi", "from", "to", "difference", "low", "high", "verdict", "mix", "within"],
            document["comparisons"]![0]!.AsObject().Select(entry => entry.Key)); // and comparisons
    }

    [Fact]
    public void What_is_unknown_is_null_and_never_zero()
    {
        var adherence = Parse(SampleReports.TwoVersions())["kpis"]!.AsArray().First(kpi => (string?)kpi!["id"] == "content_adherence")!; // it is there
        Assert.Null(adherence["value"]);
        Assert.Equal(0.836, (double?)adherence["raw"]);
    }

    [Fact]
    public void Ids_with_hidden_characters_come_back_as_they_were()
    {
        var text = SummaryWriter.Compose(HostileReport.With(HostileReport.Bidi));
        Assert.DoesNotContain('\u202E', text);
        Assert.Equal(HostileReport.Bidi, (string?)JsonNode.Parse(text)?["run"]);
    }

    [Fact]
    public void Run_record_holds_times_and_options_in_a_fixed_order()
    {
        var record = Record("{\"seed\":7}");
        var document = JsonDocument.Parse(RunRecordWriter.Compose(record)).RootElement;
        Assert.Equal("2026-03-12T02:00:00.000Z", document.GetProperty("startedAt").GetString());
        Assert.Equal(1.5, document.GetProperty("secondsByStage").GetProperty("judging").GetDouble());
        Assert.Equal(["a", "b"], document.GetProperty("counts").EnumerateObject().Select(count => count.Name));
        Assert.Equal(7, document.GetProperty("options").GetProperty("seed").GetInt32());
        Assert.Equal(JsonValueKind.Null, document.GetProperty("isDirty").ValueKind);
    }

    [Fact]
    public void Options_that_are_no_json_are_refused() =>
        Assert.Contains("Expected the options of run r1 as JSON", Assert.Throws<ArgumentException>(() => RunRecordWriter.Compose(Record("{"))).Message, StringComparison.Ordinal);

    internal static ConvoEval.Reporting.RunRecord Record(string options) => new()
    {
        Run = "r1", PlanHash = "p1", StartedAt = new DateTimeOffset(2026, 3, 12, 3, 0, 0, TimeSpan.FromHours(1)),
        FinishedAt = new DateTimeOffset(2026, 3, 12, 3, 5, 0, TimeSpan.FromHours(1)), Machine = "2 processors", OptionsJson = options,
        Durations = [new("judging", TimeSpan.FromSeconds(1.5))], Counts = new System.Collections.Generic.Dictionary<string, long> { ["b"] = 2, ["a"] = 1 },
    };

    private static JsonNode Parse(EvaluationReport report) => JsonNode.Parse(SummaryWriter.Compose(report)) ?? throw new InvalidOperationException("Expected a document.");

    private static EvaluationReport Report(string name) => name switch
    {
        "two" => SampleReports.TwoVersions(),
        "seven" => SampleReports.SevenVersions(),
        "empty" => SampleReports.Empty(),
        "overridden" => SampleReports.Shipping(),
        _ => HostileReport.Make(),
    };

    private static JsonNode Schema([CallerFilePath] string caller = "")
    {
        var folder = Path.GetDirectoryName(caller);
        while (folder is not null && !File.Exists(Path.Combine(folder, "ConvoEval.sln")))
            folder = Path.GetDirectoryName(folder);
        var path = Path.Combine(folder ?? "", "docs", "formats", "summary.schema.json");
        return JsonNode.Parse(File.ReadAllText(path)) ?? throw new InvalidOperationException($"Expected a schema in {path}.");
    }

}
