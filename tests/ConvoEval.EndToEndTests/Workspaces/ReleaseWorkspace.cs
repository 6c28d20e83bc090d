using System;
using System.Globalization;
using System.Text;
using ConvoEval.Testing.Processes;

namespace ConvoEval.EndToEndTests.Workspaces;

/// <summary>A workspace in which version 2 reaches its goal a stated number of times: the gate's answer is known beforehand.</summary>
internal static class ReleaseWorkspace
{
    /// <summary>Writes the workspace: each version answers the same tasks once.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="tasks">Conversations of each version.</param>
    /// <param name="older">Tasks in which version 1 reaches the goal.</param>
    /// <param name="newer">Tasks in which version 2 reaches the goal.</param>
    public static void Write(TemporaryFolder folder, int tasks, int older, int newer)
    {
        folder.Write("convoeval.yaml", """
            name: release
            sources:
              - name: web
                format: convoeval
                path: transcripts/*.jsonl
            goals: goals.yaml
            judges: judges.yaml
            kpis: kpis.yaml
            compare: {from: "1", to: "2"}
            """);
        folder.Write("goals.yaml", """
            goals:
              - id: done
                definition: The task is done.
                reachedBy:
                  - event: goal_reached
                    name: done
            """);
        folder.Write("judges.yaml", "judges: [{id: rules/goal-completion}]\n");
        folder.Write("kpis.yaml", "kpis: {goal_completion: {pinned: true, margin: 0.1, owner: QA}}\n");
        folder.Write("transcripts/1.jsonl", Lines("1", tasks, older));
        folder.Write("transcripts/2.jsonl", Lines("2", tasks, newer));
    }

    private static string Lines(string version, int tasks, int reached)
    {
        var text = new StringBuilder();
        for (var i = 0; i < tasks; i++)
        {
            var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddMinutes(i * 11);
            var events = i < reached ? ""","events":[{"type":"goal_reached","name":"done"}]""" : "";
            text.Append(CultureInfo.InvariantCulture, $$"""{"id":"v{{version}}-{{i}}","scenarioId":"t{{i}}","botVersion":"{{version}}","startedAt":"{{at:yyyy-MM-ddTHH:mm:ssZ}}","userKey":"u{{i}}"{{events}}""");
            text.Append(CultureInfo.InvariantCulture, $$""","turns":[{"role":"user","text":"please do task {{i}}"},{"role":"bot","text":"working on it"}]}""").Append('\n');
        }

        return text.ToString();
    }
}
