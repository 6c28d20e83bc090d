using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Transcripts;
using ConvoEval.GoldenSets.Files;
using ConvoEval.GoldenSets.Findings;
using ConvoEval.GoldenSets.Reviews;
using Xunit;

namespace ConvoEval.UnitTests.GoldenSets.Reviews;

public sealed class ReviewImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sheet.csv")]
    [InlineData("sheet.jsonl")]
    public async Task A_filled_sheet_becomes_a_new_version(string name)
    {
        var drawn = Drawn(4);
        var filled = new[]
        {
            drawn[2] with { Grade = AnnotatedGrade.Bad, ItemId = "price.coffee", BadKind = "wrong_fact", Reason = "says, \"EUR 4\"", Annotator = "ann" },
            drawn[0] with { Grade = AnnotatedGrade.Good, ItemId = "price.coffee" },
            drawn[3],
            drawn[1] with { Grade = AnnotatedGrade.NotApplicable, ItemId = "price.coffee" },
        };
        await ReviewSheetWriter.WriteAsync(filled, _folder[name], Token);
        var result = ReviewImport.Merge(Set(), drawn, await ReadAsync(name), "2", "bob");
        Assert.All(result.Findings, finding => Assert.Equal("not_reviewed", finding.Code));
        Assert.Equal((4, 3, 1), (result.Drawn, result.Reviewed, result.NotReviewed));
        var set = Assert.IsType<GoldenSet>(result.Set);
        Assert.Equal(("2", 7), (set.Version, set.Verdicts.Count));
        var added = set.Verdicts.Where(verdict => verdict.Id.StartsWith("r-", StringComparison.Ordinal)).ToList();
        Assert.Equal([("r-0", "bob", "price.coffee"), ("r-1", "bob", null), ("r-2", "ann", "price.coffee")],
            added.Select(verdict => (verdict.Id, verdict.Annotator, verdict.ItemId)));
        Assert.Equal(("wrong_fact", "says, \"EUR 4\""), (added[2].BadKind, added[2].Reason));
        Assert.All(added, verdict => Assert.Equal((GoldenSampling.Random, 0.291970803), (verdict.Sampling, verdict.DrawProbability)));
        Assert.Equal(
            "3 verdicts on responses drawn at random added (2 of 2 of version A, 1 of 2 of version B), annotated by ann, bob.",
            Assert.Single(result.Changes));
    }

    [Fact]
    public async Task The_new_version_is_written_beside_the_old_one_and_reads_back()
    {
        var old = await GoldenSetWriter.WriteAsync(
            Set(), new GoldenSetDocuments { Guide = "# Guide\n" }.WithEntry("1", ["First version."]), _folder["old"], Token);
        var drawn = Drawn(2);
        await ReviewSheetWriter.WriteAsync([.. drawn.Select(line => line with { Grade = AnnotatedGrade.Good, ItemId = "price.coffee" })], _folder["s.csv"], Token);
        var result = ReviewImport.Merge(old, drawn, await ReadAsync("s.csv"), ReviewImport.NextVersion(old.Version) ?? "", "bob");
        var documents = (await GoldenSetDocuments.ReadAsync(_folder["old"], Token)).WithEntry("2", result.Changes);
        await GoldenSetWriter.WriteAsync(Assert.IsType<GoldenSet>(result.Set), documents, _folder["new"], Token);
        var reading = await GoldenSetReader.ReadAsync(_folder["new"], Token);
        Assert.Empty(reading.Findings);
        Assert.Equal(6, reading.Required().Verdicts.Count);
        Assert.Equal(old.Digest, (await GoldenSetReader.ReadAsync(_folder["old"], Token)).Required().Digest);
    }

    public static TheoryData<string, Func<ReviewLine, ReviewLine>> Mistakes => new()
    {
        { "unknown_id", line => line with { Id = "r-x" } },
        { "changed_probability", line => line with { Probability = 0.5 } },
        { "changed_response", line => line with { Response = line.Response + " indeed" } },
        { "changed_question", line => line with { Question = "?" } },
        { "changed_context", line => line with { Context = "more" } },
        { "changed_version", line => line with { BotVersion = "C" } },
        { "changed_turn", line => line with { TurnIndex = 99 } },
        { "changed_day", line => line with { Day = new DateOnly(2026, 1, 1) } },
        { "changed_conversation", line => line with { Conversation = new ConversationKey("kiosk", "z") } },
        { "missing_item", line => line with { ItemId = "price.tea" } },
        { "item_not_valid", line => line with { ItemId = "hours.saturday.v1" } },
        { "kind_without_bad", line => line with { BadKind = "off" } },
        { "unknown_kind", line => line with { Grade = AnnotatedGrade.Bad, BadKind = "silly" } },
        { "duplicate_id", line => line with { Id = "r-0" } },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task One_wrong_line_keeps_all_out_and_is_named(string code, Func<ReviewLine, ReviewLine> mistake)
    {
        var drawn = Drawn(3);
        var filled = drawn.Select(line => line with { Grade = AnnotatedGrade.Good, ItemId = "price.coffee" }).ToList();
        filled[1] = mistake(filled[1]);
        await ReviewSheetWriter.WriteAsync(filled, _folder["s.jsonl"], Token);
        var result = ReviewImport.Merge(Set(), drawn, await ReadAsync("s.jsonl"), "2", "bob");
        Assert.Equal((code, 2), result.Findings.Where(finding => finding.Severity == GoldenSeverity.Error)
            .Select(finding => (finding.Code, finding.Line)).Single());
        Assert.Null(result.Set);
        Assert.Empty(result.Changes);
    }

    [Fact]
    public async Task A_response_reviewed_before_is_refused()
    {
        var drawn = Drawn(1);
        var again = drawn[0] with { Id = "r-again" };
        await ReviewSheetWriter.WriteAsync([again with { Grade = AnnotatedGrade.NotApplicable }], _folder["s.csv"], Token);
        var set = Set();
        set = set with
        {
            Verdicts = [.. set.Verdicts, set.Verdicts[0] with
            {
                Id = "r-0", Conversation = again.Conversation, TurnIndex = again.TurnIndex, Sampling = GoldenSampling.Random, DrawProbability = 1,
            }],
        };
        var result = ReviewImport.Merge(set, [again], await ReadAsync("s.csv"), "2", "bob");
        Assert.Equal("already_reviewed", Assert.Single(result.Findings, finding => finding.Severity == GoldenSeverity.Error).Code);
    }

    [Fact]
    public async Task A_line_that_names_nobody_is_refused_when_nobody_is_given()
    {
        var drawn = Drawn(1);
        await ReviewSheetWriter.WriteAsync([drawn[0] with { Grade = AnnotatedGrade.NotApplicable }], _folder["s.csv"], Token);
        var result = ReviewImport.Merge(Set(), drawn, await ReadAsync("s.csv"), "2", null);
        Assert.Contains("no_annotator", result.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public async Task Nothing_reviewed_makes_no_version()
    {
        var drawn = Drawn(3);
        await ReviewSheetWriter.WriteAsync(drawn, _folder["s.csv"], Token);
        var result = ReviewImport.Merge(Set(), drawn, await ReadAsync("s.csv"), "2", "bob");
        Assert.Null(result.Set);
        Assert.Equal(3, result.NotReviewed);
        Assert.Equal("not_reviewed", Assert.Single(result.Findings).Code);
    }

    [Fact]
    public async Task Rows_deleted_from_the_sheet_count_as_not_reviewed_and_are_warned_of()
    {
        var drawn = Drawn(10);
        var filled = drawn.Take(7).Select(line => line with { Grade = AnnotatedGrade.NotApplicable, ItemId = null }).ToList();
        await ReviewSheetWriter.WriteAsync(filled, _folder["s.csv"], Token);
        var result = ReviewImport.Merge(Set(), drawn, await ReadAsync("s.csv"), "2", "bob");
        Assert.Equal((7, 3), (result.Reviewed, result.NotReviewed));
        Assert.Equal((GoldenSeverity.Warning, "not_reviewed"), (result.Findings.Single().Severity, result.Findings.Single().Code));
        Assert.NotNull(result.Set);
    }

    [Theory]
    [InlineData(";", true)]
    [InlineData("\t", false)]
    public async Task A_sheet_saved_by_a_spreadsheet_of_another_country_still_fits(string separator, bool hasCommaDecimals)
    {
        var drawn = Drawn(2);
        var text = new StringBuilder("\uFEFF" + string.Join(separator, "ID,source,conversation,turn,version,day,item,question,context,response,probability,grade,kind,reason,annotator".Split(',')) + "\r\n");
        foreach (var line in drawn)
            text.Append(string.Join(separator, line.Id, "kiosk", line.Conversation.SourceId, "1", line.BotVersion, "02.03.2026", "", "\"two\r\nlines\"",
                "", "\"'=1+1, \"\"quoted\"\" ; end\"", hasCommaDecimals ? "0,291970803" : "0.291970803", " Not Applicable ", "", "", "")).Append("\r\n");
        text.Append(string.Concat(Enumerable.Repeat(separator, 14))).Append("\r\n");
        await File.WriteAllTextAsync(_folder["s.csv"], text.ToString(), Token);
        var result = ReviewImport.Merge(Set(), drawn, await ReadAsync("s.csv"), "2", "bob");
        Assert.DoesNotContain(result.Findings, finding => finding.Severity == GoldenSeverity.Error);
        Assert.Equal(2, result.Reviewed);
        Assert.Equal(new DateOnly(2026, 3, 2), result.Set?.Verdicts.Single(verdict => verdict.Id == "r-0").Day);
        Assert.Equal("=1+1, \"quoted\" ; end", result.Set?.Verdicts.Single(verdict => verdict.Id == "r-0").Response);
    }

    [Theory]
    [InlineData("id,grade\nr-0,good\n", "missing_column", 1)]
    [InlineData("", "empty_file", 0)]
    [InlineData("{\"id\":1}\n", "missing_column", 1)]
    public async Task A_sheet_that_is_none_is_told_so(string text, string code, int line)
    {
        await File.WriteAllTextAsync(_folder["s.csv"], text, Token);
        Assert.Contains((code, line), (await ReadAsync("s.csv")).Findings.Select(finding => (finding.Code, finding.Line)));
    }

    [Fact]
    public async Task Broken_rows_are_named_by_the_line_on_which_they_begin()
    {
        var drawn = Drawn(4);
        await ReviewSheetWriter.WriteAsync(drawn, _folder["s.csv"], Token);
        var text = await File.ReadAllTextAsync(_folder["s.csv"], Token);
        // Each row takes two lines because of its question.
        text = text.Replace("r-1,kiosk", "r-1,extra,kiosk", StringComparison.Ordinal);
        var last = text.LastIndexOf("0.291970803", StringComparison.Ordinal);
        text = text[..last] + "much,excellent,,,\n" + "r-9,\"open\n";
        await File.WriteAllTextAsync(_folder["s.csv"], text, Token);
        var findings = (await ReadAsync("s.csv")).Findings;
        Assert.Equal(
            [(4, "wrong_columns"), (8, "wrong_grade"), (8, "wrong_value"), (10, "open_quote"), (10, "wrong_columns")],
            findings.Select(finding => (finding.Line, finding.Code)));
    }

    [Fact]
    public async Task A_sheet_in_another_encoding_is_told_how_to_save_it()
    {
        await File.WriteAllBytesAsync(_folder["s.csv"], [.. "id,grade\n"u8, 0xE4, 0xF6], Token);
        Assert.Equal("invalid_utf8", Assert.Single((await ReadAsync("s.csv")).Findings).Code);
    }

    [Fact]
    public async Task A_missing_sheet_is_a_finding_and_another_file_type_an_argument_error()
    {
        Assert.Equal("missing_file", Assert.Single((await ReadAsync("none.csv")).Findings).Code);
        await Assert.ThrowsAsync<ArgumentException>(() => ReviewSheetReader.ReadAsync(_folder["s.xlsx"], Token));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("'=1")]
    [InlineData("'")]
    [InlineData(" plain")]
    public async Task Text_of_a_conversation_is_no_formula_and_comes_back_unchanged(string text)
    {
        var line = Drawn(1)[0] with { Question = text, Response = text, Context = text };
        await ReviewSheetWriter.WriteAsync([line], _folder["s.csv"], Token);
        var cells = (await File.ReadAllTextAsync(_folder["s.csv"], Token)).Split('\n')[1].Split(',');
        Assert.DoesNotContain(cells, cell => cell.TrimStart('"').IndexOfAny(['=', '+', '-', '@', '\t']) == 0);
        var read = (await ReadAsync("s.csv")).Lines.Single().Line;
        Assert.Equal((text, text, text), (read.Question, read.Response, read.Context));
    }

    [Fact]
    public async Task A_sheet_says_nothing_of_the_judge()
    {
        var drawn = ReviewDraw.Draw(ReviewDrawTests.Candidates("A", 5, stratified: true), new ReviewDrawOptions { Count = 5, Seed = 1 });
        var lines = drawn.Select(review => ReviewLine.Of(review, null, null, "q", "r", "")).ToList();
        await ReviewSheetWriter.WriteAsync(lines, _folder["s.jsonl"], Token);
        var text = await File.ReadAllTextAsync(_folder["s.jsonl"], Token);
        Assert.DoesNotContain("core", text);
        Assert.DoesNotContain("intent", text);
        Assert.Contains("\"grade\":null", text);
    }

    [Theory]
    [InlineData("1", "2")]
    [InlineData("2026.9", "2026.10")]
    [InlineData("v9", "v10")]
    [InlineData("final", null)]
    [InlineData("99999999999999999999", null)]
    public void The_next_version_is_one_more(string version, string? next) => Assert.Equal(next, ReviewImport.NextVersion(version));

    [Fact]
    public void The_version_of_the_set_is_no_new_one()
    {
        var sheet = new ReviewSheetReading { File = "s.csv", Lines = [], Findings = [] };
        Assert.Throws<ArgumentException>(() => ReviewImport.Merge(Set(), [], sheet, "1", "bob"));
    }

    private static GoldenSet Set() => SampleGoldenSet.Create() with { Verdicts = [.. SampleGoldenSet.Create().Verdicts] };

    private static List<ReviewLine> Drawn(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new ReviewLine
        {
            Id = FormattableString.Invariant($"r-{i}"),
            Conversation = new ConversationKey("kiosk", FormattableString.Invariant($"d{i}")),
            TurnIndex = 1,
            BotVersion = i % 2 == 0 ? "A" : "B",
            Day = new DateOnly(2026, 3, 2),
            Question = "two\nlines",
            Response = "=1+1, \"quoted\" ; end",
            Probability = 0.291970803,
        })];

    private Task<ReviewSheetReading> ReadAsync(string name) => ReviewSheetReader.ReadAsync(_folder[name], Token);
}
