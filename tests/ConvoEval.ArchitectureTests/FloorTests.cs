using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace ConvoEval.ArchitectureTests;

public sealed class FloorTests
{
    private static readonly string[] Stations =
        ["Ingestion", "Inference", "Judging", "GoldenSets", "Scoring", "Storage", "Reporting"];

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Statistics"] = [],
        ["Clustering"] = [],
        ["Ingestion"] = ["Domain"],
        ["Inference"] = ["Domain", "Statistics", "Clustering"],
        ["Judging"] = ["Domain", "Statistics"],
        ["GoldenSets"] = ["Domain", "Statistics"],
        ["Scoring"] = ["Domain", "Statistics", "Clustering"],
        ["Storage"] = ["Domain"],
        ["Reporting"] = ["Domain"],
        ["Pipeline"] = ["Domain", "Statistics", "Clustering", "Ingestion", "Inference", "Judging", "GoldenSets", "Scoring", "Storage"],
    };

    private static readonly string[] ForbiddenNames =
        ["Core", "Common", "Shared", "Abstractions", "Helpers", "Utils", "Models", "Interfaces", "Enums", "Managers"];

    [Fact]
    public void References_point_down_to_the_rooms_that_the_floor_plan_allows()
    {
        var wrong = new List<string>();
        foreach (var project in Repository.Projects.Where(project => project != "ConvoEval.Cli"))
        {
            var name = project["ConvoEval.".Length..];
            Assert.True(Allowed.TryGetValue(name, out var allowed), $"{project} is in no floor plan: add it with a decision record");
            wrong.AddRange(References(project).Where(reference => !allowed.Contains(reference)).Select(reference => $"{name} → {reference}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_station_never_references_another_station()
    {
        var wrong = Stations.SelectMany(station => References("ConvoEval." + station)
            .Where(reference => Stations.Contains(reference)).Select(reference => $"{station} → {reference}"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_room_is_empty()
    {
        Assert.All(Repository.Projects, project => Assert.NotEmpty(Repository.SourceFiles(project)));
    }

    [Fact]
    public void No_project_or_folder_has_a_name_that_says_nothing()
    {
        var folders = Repository.Projects
            .SelectMany(project => Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src", project), "*", SearchOption.AllDirectories))
            .Where(folder => !folder.Contains("obj") && !folder.Contains("bin") && !folder.Contains("node_modules"));
        var wrong = folders.Concat(Repository.Projects)
            .Where(path => ForbiddenNames.Contains(Path.GetFileName(path).Split('.')[^1]));
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> References(string project)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        return file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")?.Value ?? "")["ConvoEval.".Length..]);
    }
}
