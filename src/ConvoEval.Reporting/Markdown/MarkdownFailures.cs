using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Markdown;

/// <summary>Critical statements with their words, all of them, and the largest groups of other failures.</summary>
internal static class MarkdownFailures
{
    public static void Write(MarkdownBuilder text, EvaluationReport report, int shownGroups)
    {
        text.Heading(2, "What fails");
        foreach (var failure in report.CriticalStatements)
            WriteFailure(text, failure, (failure.IsNew ? "New critical statement, " : "Critical statement, ") + Words.OfVersion(failure.BotVersion));
        if (report.Failures.Count == 0)
        {
            text.Paragraph("No other failure was found.");
            return;
        }

        text.Table(["Failures", "Kind", "Intent", "Version", "Conversations", "New"],
        [
            .. report.Failures.Take(shownGroups).Select(group => new[]
            {
                Figures.Count(group.Count), Words.Failure(group.Kind), Words.Intent(group.Intent), Words.Version(group.BotVersion),
                Figures.Count(group.Conversations), Figures.Count(group.New),
            }),
        ]);
        if (report.Failures.Count > shownGroups)
            text.Paragraph($"and {Figures.Count(report.Failures.Count - shownGroups, "more group")} in report.html.");
        foreach (var group in report.Failures.Take(shownGroups).Where(group => group.Examples.Count > 0))
            WriteFailure(text, group.Examples[0], $"{Words.Failure(group.Kind)}, {Words.Intent(group.Intent)}, {Words.OfVersion(group.BotVersion)}");
    }

    private static void WriteFailure(MarkdownBuilder text, Failure failure, string title)
    {
        text.Strong(title, $": {failure.Explanation} ({failure.Conversation}, turn {failure.TurnIndex})");
        text.Quotes([.. failure.Excerpt.Select(turn => (Words.Role(turn.Role), turn.Text, turn.IsMarked))]);
    }
}
