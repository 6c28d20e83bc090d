using System.Collections.Generic;
using System.IO;
using ConvoEval.Domain.Kpis;

namespace ConvoEval.Cli.Workspaces;

/// <summary>Reads <c>gate-overrides.yaml</c>, where a person lets a release pass a failed gate: with name, reason and end.</summary>
internal static class OverrideFile
{
    private const string FileName = "gate-overrides.yaml";

    public static IReadOnlyList<GateOverride> Read(string directory, List<ConfigurationProblem> problems)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path) || YamlFile.Open(path, FileName, problems) is not { } root)
            return [];
        var overrides = new List<GateOverride>();
        foreach (var section in root.Sections("overrides"))
        {
            var subject = section.Required("subject");
            var version = section.Required("version");
            var author = section.Required("author");
            var reason = section.Required("reason");
            section.Required("expires");
            if (section.Day("expires") is { } expires)
            {
                overrides.Add(new GateOverride
                {
                    Subject = subject,
                    BotVersion = version,
                    Author = author,
                    Reason = reason,
                    Expires = expires,
                });
            }

            section.Close();
        }

        root.Close();
        return overrides;
    }
}
