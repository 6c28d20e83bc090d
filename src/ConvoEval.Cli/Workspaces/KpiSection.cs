using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Scoring.Kpis;

namespace ConvoEval.Cli.Workspaces;

/// <summary>Reads <c>kpis.yaml</c>: what the workspace decides about the KPIs of the dictionary.</summary>
internal static class KpiSection
{
    public static IReadOnlyList<KpiDefinition> Read(YamlSection root)
    {
        var board = root.Section("kpis");
        if (board is null)
        {
            root.Note("kpis", "a mapping from KPI to margin, target, …", "nothing: the key is missing");
            root.Close();
            return KpiDictionary.Default;
        }

        var byId = KpiDictionary.Default.ToDictionary(kpi => kpi.Id, StringComparer.Ordinal);
        var ordered = new List<KpiDefinition>();
        foreach (var id in board.Keys())
        {
            var section = board.Section(id);
            if (!byId.Remove(id, out var kpi))
            {
                board.Note(id, "one of " + string.Join(", ", KpiDictionary.Default.Select(known => known.Id)), $"'{id}'");
                continue;
            }

            ordered.Add(section is null ? kpi with { IsPinned = false } : Merge(kpi, section));
            section?.Close();
        }

        board.Close();
        root.Close();
        // A workspace that has a board decides what stands on it: what it does not name is shown below, and gates nothing.
        var unnamed = KpiDictionary.Default.Where(kpi => byId.ContainsKey(kpi.Id)).Select(kpi => kpi with { IsPinned = false });
        return [.. ordered.Concat(unnamed).OrderByDescending(kpi => kpi.IsPinned)];
    }

    private static KpiDefinition Merge(KpiDefinition kpi, YamlSection section)
    {
        var top = kpi.Unit == KpiUnit.Share ? 1 : 1e9;
        return kpi with
        {
            Margin = section.Number("margin", 0, top) ?? kpi.Margin,
            Target = section.Number("target", 0, top) ?? kpi.Target,
            RedLine = section.Number("redLine", 0, top) ?? kpi.RedLine,
            Owner = section.Text("owner") ?? kpi.Owner,
            IsPinned = section.Flag("pinned") ?? false,
            MinimumScored = (int)(section.WholeNumber("minimumScored", 1, 1_000_000_000) ?? kpi.MinimumScored),
        };
    }
}
