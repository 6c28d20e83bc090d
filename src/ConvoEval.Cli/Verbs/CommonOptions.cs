using System.CommandLine;

namespace ConvoEval.Cli.Verbs;

/// <summary>Options that many verbs share, made anew for each.</summary>
internal static class CommonOptions
{
    public static Option<string?> Workspace() => new("--workspace", "-w")
    {
        Description = "Folder of the workspace. Default: the nearest folder upwards with a convoeval.yaml.",
        HelpName = "DIR",
    };

    public static Option<bool> Json() => new("--json")
    {
        Description = "Print one JSON document to standard output instead of text.",
    };

    public static Argument<string?> InputFile() => new("FILE")
    {
        Description = "JSON lines to read; left out or '-' = standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };
}
