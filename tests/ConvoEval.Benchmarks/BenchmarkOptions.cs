using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace ConvoEval.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchmarkOptions
{
    public const string Usage =
        """
        dotnet run -c Release --project tests/ConvoEval.Benchmarks -- [stations|line|first-report|all] [options]
          --conversations N[,N]   sizes of the generated corpus (default 10000,100000)
          --facts N               rows of the scoring station (default 1000000)
          --runs N                runs of first-report (default 5)
          --models DIR            folder of models (default models/ of the repository)
          --program FILE          program of first-report (default the Release build of src/ConvoEval.Cli)
        """;

    public required string What { get; init; }

    public IReadOnlyList<int> Conversations { get; init; } = [10_000, 100_000];

    public int Facts { get; init; } = 1_000_000;

    public int Runs { get; init; } = 5;

    public string Models { get; init; } = Path.Combine(RepositoryRoot.Folder, "models");

    public string Program { get; init; } = Path.Combine(
        RepositoryRoot.Folder, "src", "ConvoEval.Cli", "bin", "Release", "net10.0", OperatingSystem.IsWindows() ? "convoeval.exe" : "convoeval");

    public bool Does(string what) => What == "all" || What == what;

    /// <exception cref="ArgumentException">The command line asks for something that is not there.</exception>
    public static BenchmarkOptions Parse(IReadOnlyList<string> arguments)
    {
        var rest = arguments.ToList();
        var what = rest.Count > 0 && !rest[0].StartsWith("--", StringComparison.Ordinal) ? rest[0] : "all";
        if (what is not ("all" or "stations" or "line" or "first-report"))
            throw new ArgumentException($"expected stations, line, first-report or all, found '{what}'");
        var options = new BenchmarkOptions { What = what };
        for (var i = rest.Count > 0 && rest[0] == what ? 1 : 0; i < rest.Count; i += 2)
        {
            var value = i + 1 < rest.Count ? rest[i + 1] : throw new ArgumentException($"expected a value after {rest[i]}, found nothing");
            options = rest[i] switch
            {
                "--conversations" => options with { Conversations = [.. value.Split(',').Select(Number).Order()] },
                "--facts" => options with { Facts = Number(value) },
                "--runs" => options with { Runs = Number(value) },
                "--models" => options with { Models = Path.GetFullPath(value) },
                "--program" => options with { Program = Path.GetFullPath(value) },
                var unknown => throw new ArgumentException($"expected an option, found '{unknown}'"),
            };
        }

        return options;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ArgumentException($"expected a whole number above 0, found '{text}'");
}
