using System;
using System.Collections.Generic;
using ConvoEval.Domain.Goals;

namespace ConvoEval.Cli.Workspaces;

/// <summary>Reads <c>goals.yaml</c>.</summary>
internal static class GoalSection
{
    public static IReadOnlyList<GoalDefinition> Read(YamlSection root)
    {
        if (!root.Has("goals"))
            root.Note("goals", "a list of goals", "nothing: the key is missing");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var goals = new List<GoalDefinition>();
        foreach (var section in root.Sections("goals"))
        {
            var id = section.Required("id");
            if (id.Length > 0 && !ids.Add(id))
                section.Note("id", "an id that no other goal has", $"'{id}' twice");
            goals.Add(new GoalDefinition
            {
                Id = id,
                Name = section.Text("name") ?? id,
                Definition = section.Required("definition"),
                OpenedByIntents = section.Texts("openedBy"),
                ReachedBy = ReadEvidence(section),
            });
            section.Close();
        }

        return goals;
    }

    private static IReadOnlyList<GoalEvidence> ReadEvidence(YamlSection goal)
    {
        var evidence = new List<GoalEvidence>();
        foreach (var section in goal.Sections("reachedBy"))
        {
            if (ReadOne(section) is { } one)
                evidence.Add(one);
            section.Close();
        }

        if (evidence.Count == 0)
            goal.Note("reachedBy", "at least one of event, tool, intent, phrase, expectedActions", "nothing usable");
        return evidence;
    }

    private static GoalEvidence? ReadOne(YamlSection section)
    {
        var minAmount = section.Number("minAmount", -1e12, 1e12);
        var name = section.Text("name");
        var by = section.OneOf("by", "user", "bot");
        var readOnlyTools = section.Texts("readOnlyTools");
        if (section.Text("event") is { } type)
            return new GoalEvidence.Event { Type = type, Name = name, MinAmount = (decimal?)minAmount };
        if (section.Text("tool") is { } tool)
            return new GoalEvidence.Tool { Name = tool };
        if (section.Text("intent") is { } intent)
            return new GoalEvidence.Intent { Name = intent };
        if (section.Texts("phrase") is { Count: > 0 } phrases)
            return new GoalEvidence.Phrase { AnyOf = phrases, IsSaidByUser = by == "user" };
        if (section.Flag("expectedActions") is true)
            return new GoalEvidence.ExpectedActions { ReadOnlyTools = readOnlyTools };
        section.Note("(evidence)", "one of event, tool, intent, phrase, expectedActions", "none of them");
        return null;
    }
}
