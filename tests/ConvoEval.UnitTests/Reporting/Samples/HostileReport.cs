using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.UnitTests.Reporting.Samples;

/// <summary>A report in which every text from outside tries to be something else.</summary>
internal static class HostileReport
{
    public const string Script = "</li></ol><script>alert('x')</script><img src=x onerror=\"alert(1)\">";
    public const string Formula = "=HYPERLINK(\"http://evil.example\",\"click\")";
    public const string Bidi = "safe\u202Eexe.txt\u2066\u200B";
    public const string Broken = "a\0b\uD800c\uFFFEd\u0007";
    public const string Markdown = "| cell | `code` [link](http://evil.example) ![img](x) <b>bold</b> **strong**\n# heading\n- item";

    public static IReadOnlyList<string> Attacks { get; } = [Script, Formula, Bidi, Broken, Markdown, "]]>&lt;{{7*7}}${x}"];

    public static EvaluationReport Make() => With(string.Join(" ", Attacks));

    /// <summary>A report whose every text is the given one.</summary>
    public static EvaluationReport With(string text)
    {
        var two = SampleReports.TwoVersions();
        var version = "B" + text;
        var failure = SampleFailures.Make(text, FailureKind.CriticalStatement, text, text, text, text, text, text) with
        {
            BotVersion = version, Excerpt = [new ExcerptTurn(3, TurnRole.Bot, text, true)], IsNew = true,
        };
        return two with
        {
            Run = text, Workspace = text, Bot = text, Versions = ["A" + text, version],
            Gate = two.Gate is null ? null : two.Gate with
            {
                From = "A" + text, To = version, Reasons = [text, text, text, text], IsOverridden = true,
                Overrides = [new() { Subject = text, BotVersion = version, Author = text, Reason = text, Expires = new(2026, 4, 1) }],
            },
            Definitions = [.. two.Definitions.Select(one => one with { Name = text, Question = text, Formula = text, Denominator = text, Needs = [text], Owner = text })],
            Estimates =
            [
                .. two.Estimates.Select(one => one with
                {
                    BotVersion = one.BotVersion + text, Method = text, Assumptions = [text], MissingBecause = one.MissingBecause is null ? null : text,
                    Segment = one.Segment is null ? null : one.Segment + text,
                }),
            ],
            Comparisons =
            [
                .. two.Comparisons.Select(one => one with
                {
                    From = "A" + text, To = version, Method = text, State = text, Explanation = text, Strata = [.. one.Strata.Select(stratum => stratum with { Name = text })],
                }),
            ],
            Outcomes = [.. two.Outcomes.Select(one => one with { BotVersion = one.BotVersion + text })],
            Nights = [.. two.Nights.Select(one => one with { BotVersion = one.BotVersion + text })],
            CriticalStatements = [failure],
            Failures = [new() { Kind = FailureKind.Contradicted, Intent = text, BotVersion = version, Count = 1, Conversations = 1, New = 1, Examples = [failure] }],
            Licences = [.. two.Licences.Select(one => one with { Judge = text, Criterion = text, GoldenSet = text, Annotator = text, Reasons = [text] })],
            Ledger = [.. two.Ledger.Select(one => one with { Judge = text, BotVersion = one.BotVersion + text })],
            Inputs = [two.Inputs[0] with { Source = text }],
            Rejected = [new() { File = text, Line = 1, ReasonCode = text, Message = text }],
            Excluded = new Dictionary<string, long> { [text] = 1 }, Masked = new Dictionary<string, long> { [text] = 1 },
            Disagreements = [new(version, text, text, 1)], Provenance = [new(text, text, text, text)], Warnings = [text],
        };
    }
}
