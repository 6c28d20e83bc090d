using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace ConvoEval.ArchitectureTests;

public sealed partial class PublicNameTests
{
    public static TheoryData<string> Projects => [.. Repository.Projects.Where(project => project != "ConvoEval.Cli")];

    /// <summary>
    /// The public names of a project are a promise to the other rooms. To accept a change, copy the .received file over the .approved one.
    /// </summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void Public_names_are_the_approved_ones(string project)
    {
        var names = Repository.SourceFiles(project)
            .SelectMany(file => PublicType().Matches(File.ReadAllText(file)).Select(match => (file, name: match.Groups[1].Value)))
            .Select(entry => $"{NamespaceOf(entry.file)}.{entry.name}")
            .Distinct().Order(StringComparer.Ordinal);
        var received = string.Join('\n', names) + "\n";
        var folder = Path.Combine(Repository.Root, "tests", "ConvoEval.ArchitectureTests", "PublicNames");
        var approved = Path.Combine(folder, project + ".approved.txt");
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (expected != received)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, project + ".received.txt"), received);
        }

        Assert.Equal(expected, received);
    }

    private static string NamespaceOf(string file) =>
        Repository.Display(Path.GetDirectoryName(file) ?? "")["src/".Length..].Replace('/', '.');

    [GeneratedRegex(@"^public (?:sealed |static |abstract |readonly |partial |unsafe |ref )*(?:class|record struct|record|struct|interface|enum|delegate [\w<>?\[\], ]+?) (\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
