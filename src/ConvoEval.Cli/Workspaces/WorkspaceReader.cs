using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConvoEval.Domain.Goals;
using ConvoEval.Domain.Kpis;
using ConvoEval.Inference.Catalog;
using ConvoEval.Pipeline.Plans;
using ConvoEval.Scoring.Kpis;

namespace ConvoEval.Cli.Workspaces;

/// <summary>Reads the files of a workspace. All mistakes of all files are reported at once.</summary>
internal static class WorkspaceReader
{
    /// <exception cref="ConfigurationException">Any file is missing or wrong.</exception>
    /// <exception cref="ModelFolderException">The files are right, but a model they name is not there.</exception>
    public static Workspace Read(string directory)
    {
        var problems = new List<ConfigurationProblem>();
        var missing = new List<ConfigurationProblem>();
        var root = YamlFile.Open(Path.Combine(directory, WorkspaceFinder.FileName), WorkspaceFinder.FileName, problems);
        if (root is null)
            throw new ConfigurationException([.. problems.Select(problem => problem.ToString())]);

        var name = root.Required("name");
        var bot = root.Section("bot");
        var models = root.Section("models");
        var compare = root.Section("compare");
        var run = root.Section("run");
        var goals = root.Text("goals") is { } goalsFile ? ReadGoals(directory, goalsFile, problems) : [];
        var judges = root.Text("judges") is { } judgesFile ? ReadJudges(directory, judgesFile, problems) : JudgeNames.All;
        var kpis = ReadKpis(directory, root.Text("kpis"), problems);
        var options = new EvaluationOptions
        {
            Workspace = name,
            Bot = bot?.Text("id"),
            PublicContacts = bot?.Texts("publicContacts") ?? [],
            RecordsHandovers = bot?.Flag("recordsHandovers"),
            SmallTalkIntents = bot?.Texts("smallTalkIntents") ?? [],
            Sources = SourceSection.Read(root, directory),
            IntentModelPath = ModelLocator.Find(models, "intents", directory, missing),
            GoldenSetPath = GoldenSet(root, directory),
            Goals = goals,
            Kpis = kpis,
            Judges = judges,
            CompareFrom = compare?.Text("from"),
            CompareTo = compare?.Text("to"),
            Since = run?.Day("since"),
            Level = run?.Number("confidence", 0.5, 0.999) ?? 0.95,
            Seed = (ulong)(run?.WholeNumber("seed", 0, 1_000_000_000_000_000) ?? 20260301),
            BatchSize = (int)(run?.WholeNumber("batchSize", 1, 10_000) ?? 256),
            Parallelism = (int?)run?.WholeNumber("parallelism", 1, 1024),
            CoverageFloor = run?.Number("coverageFloor", 0, 1) ?? 0.5,
        };
        var overrides = OverrideFile.Read(directory, problems);
        var store = root.Text("store") ?? ".convoeval/store.db";
        var reports = root.Text("reports") ?? "eval-reports";
        foreach (var section in new[] { bot, models, compare, run, root })
            section?.Close();
        if (problems.Count > 0)
            throw new ConfigurationException([.. problems.Concat(missing).Select(problem => problem.ToString())]);
        if (missing.Count > 0)
            throw new ModelFolderException(string.Join(Environment.NewLine, missing));
        return new Workspace
        {
            Directory = directory,
            StorePath = Path.GetFullPath(store, directory),
            ReportsPath = Path.GetFullPath(reports, directory),
            Options = options,
            Overrides = overrides,
        };
    }

    private static string? GoldenSet(YamlSection root, string directory)
    {
        if (root.Text("goldenSet") is not { } given)
            return null;
        var path = Path.GetFullPath(given, directory);
        if (!Directory.Exists(path))
            root.Note("goldenSet", "a folder with a golden set", $"nothing at '{given}'");
        return path;
    }

    private static IReadOnlyList<GoalDefinition> ReadGoals(string directory, string file, List<ConfigurationProblem> problems)
    {
        var root = YamlFile.Open(Path.GetFullPath(file, directory), file, problems);
        var goals = root is null ? [] : GoalSection.Read(root);
        root?.Close();
        return goals;
    }

    private static IReadOnlyList<string> ReadJudges(string directory, string file, List<ConfigurationProblem> problems)
    {
        if (YamlFile.Open(Path.GetFullPath(file, directory), file, problems) is not { } root)
            return [];
        var judges = new List<string>();
        foreach (var section in root.Sections("judges"))
        {
            if (section.OneOf("id", [.. JudgeNames.All]) is { } id)
                judges.Add(id);
            else if (!section.Has("id"))
                section.Note("id", "the name of a judge", "nothing: the key is missing");
            section.Close();
        }

        root.Close();
        return judges;
    }

    private static IReadOnlyList<KpiDefinition> ReadKpis(string directory, string? file, List<ConfigurationProblem> problems)
    {
        if (file is null || YamlFile.Open(Path.GetFullPath(file, directory), file, problems) is not { } root)
            return KpiDictionary.Default;
        return KpiSection.Read(root);
    }
}
