using System;
using System.Collections.Generic;
using ConvoEval.GoldenSets.Formats;

namespace ConvoEval.GoldenSets.Differences;

/// <summary>A difference as one JSON document on one line.</summary>
public static class GoldenDifferenceJson
{
    /// <summary>The document, ending in a line feed; the same difference gives the same text.</summary>
    public static string Write(GoldenDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        var json = new CanonicalJson().Open('{')
            .Name("from").Value(difference.From)
            .Name("to").Value(difference.To)
            .Name("isEditedVersion").Value(difference.IsEditedVersion);
        Changes(json.Name("items"), difference.Items);
        Changes(json.Name("verdicts"), difference.Verdicts);
        json.Name("isSplitRuleChanged").Value(difference.IsSplitRuleChanged)
            .Name("movedItems").Values(difference.MovedItems)
            .Name("licences").Open('[');
        foreach (var impact in difference.Licences)
            json.Open('{')
                .Name("version").Value(impact.BotVersion)
                .Name("isInvalid").Value(impact.IsInvalid)
                .Name("changedVerdicts").Value(impact.ChangedVerdicts)
                .Name("verdictsOfChangedItems").Value(impact.VerdictsOfChangedItems)
                .Name("reason").Value(impact.Reason)
                .Close('}');
        return json.Close(']').Close('}').LineEnd().ToString();
    }

    private static void Changes(CanonicalJson json, IReadOnlyList<GoldenChange> changes)
    {
        json.Open('[');
        foreach (var change in changes)
            json.Open('{')
                .Name("kind").Value(change.Kind.ToString().ToLowerInvariant())
                .Name("id").Value(change.Id)
                .Name("fields").Values(change.Fields)
                .Close('}');
        json.Close(']');
    }
}
