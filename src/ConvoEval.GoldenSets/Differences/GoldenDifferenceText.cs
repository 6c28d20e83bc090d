using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ConvoEval.GoldenSets.Differences;

/// <summary>A difference as text for people.</summary>
public static class GoldenDifferenceText
{
    /// <summary>Lines that end in a line feed: a heading, the changes, and what they mean for licences.</summary>
    public static string Write(GoldenDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{difference.From} → {difference.To}\n");
        if (difference.IsEditedVersion)
            text.Append("The content changed and the version did not: a version is never edited.\n");
        if (difference.IsEmpty)
            text.Append("Nothing changed.\n");
        Append(text, "items", difference.Items);
        Append(text, "verdicts", difference.Verdicts);
        if (difference.IsSplitRuleChanged)
            text.Append("The split rule changed.\n");
        if (difference.MovedItems.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"Moved to the other split: {string.Join(", ", difference.MovedItems)}\n");
        foreach (var impact in difference.Licences)
            text.Append(
                CultureInfo.InvariantCulture,
                $"Licences of {(impact.BotVersion is { } version ? "version " + version : "all versions")}: {(impact.IsInvalid ? "to be measured again" : "still good")}. {impact.Reason}\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, string what, IReadOnlyList<GoldenChange> changes)
    {
        foreach (var group in changes.GroupBy(change => change.Kind).OrderBy(group => group.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"{group.Count()} {what} {group.Key.ToString().ToLowerInvariant()}:\n");
            foreach (var change in group)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"  {change.Id}{(change.Fields.Count > 0 ? " (" + string.Join(", ", change.Fields) + ")" : "")}\n");
        }
    }
}
