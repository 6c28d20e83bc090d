using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Pipeline.Plans;

namespace ConvoEval.Pipeline.Runs;

/// <summary>What the numbers of a report depend on.</summary>
internal static class ProvenanceLines
{
    public static IReadOnlyList<ProvenanceLine> Of(RunParts parts, RunPlan plan, IReadOnlyList<InputDigest> inputs)
    {
        var lines = new List<ProvenanceLine>
        {
            new("program", "convoeval", parts.ProgramVersion, ""),
            new("plan", plan.RunName, "", plan.Hash),
        };
        lines.AddRange(inputs.Select(input => new ProvenanceLine("input", input.DisplayPath, input.BotVersion ?? "", input.Sha256)));
        if (parts.Classifier?.Identity is { } model)
            lines.Add(new ProvenanceLine("intent model", model.Name, model.Version, model.Digest));
        if (parts.GoldenSet is { } golden)
            lines.Add(new ProvenanceLine("golden set", $"{golden.Name} ({golden.Annotator})", golden.Version, golden.Digest));
        lines.AddRange(parts.Judges.Select(judge => new ProvenanceLine("judge", judge.Digest.Judge, "", judge.Digest.Hash)));
        lines.Add(new ProvenanceLine("masking", parts.RedactionVersion, "", ""));
        if (parts.Options.Goals.Count > 0)
            lines.Add(new ProvenanceLine("goals", $"{parts.Options.Goals.Count} goals", "", PlanWriter.HashOf(parts.Options.Goals)));
        return lines;
    }
}
