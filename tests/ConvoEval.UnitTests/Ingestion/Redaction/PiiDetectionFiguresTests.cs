using System;
using ConvoEval.Ingestion.Redaction;
using Xunit;

namespace ConvoEval.UnitTests.Ingestion.Redaction;

/// <summary>Recall and precision on marked texts; the tables go to docs/benchmarks/redaction.md.</summary>
public sealed class PiiDetectionFiguresTests(ITestOutputHelper output)
{
    private static readonly string[] Entities =
        ["CARD", "DATE_OF_BIRTH", "EMAIL", "IBAN", "IP", "NATIONAL_ID", "PHONE"];

    [Fact]
    public void Half_that_rules_were_tuned_on_keeps_recall_and_precision() => Measure(isOdd: false);

    [Fact]
    public void Half_that_rules_never_saw_keeps_recall_and_precision() => Measure(isOdd: true);

    private void Measure(bool isOdd)
    {
        var data = Environment.GetEnvironmentVariable("CONVOEVAL_DATA");
        Assert.SkipUnless(
            !string.IsNullOrEmpty(data), "CONVOEVAL_DATA is not set: the marked texts of folder pii are needed.");

        // Not null: the test was skipped otherwise.
        var items = PiiCorpus.Read(data!, isOdd);
        var score = new PiiScore();
        var detector = new PiiDetector();
        foreach (var item in items)
        {
            score.Add(item, detector.Detect(item.Text));
        }

        output.WriteLine(score.ToMarkdown());
        if (!isOdd)
        {
            output.WriteLine(string.Join("\n", score.Errors));
        }

        foreach (var entity in Entities)
        {
            Assert.True(score.Marked(entity) > 0, $"{entity}: nothing marked");
            Assert.True(score.Recall(entity) >= .97, $"{entity}: recall {score.Recall(entity)}");
            Assert.True(score.Precision(entity) >= .95, $"{entity}: precision {score.Precision(entity)}");
        }
    }
}
