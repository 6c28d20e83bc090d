namespace ConvoEval.Cli.Workspaces;

/// <summary>A mistake in a workspace file: where, what was expected, what was found.</summary>
internal sealed record ConfigurationProblem(string File, long Line, string Path, string Expected, string Found)
{
    public override string ToString() => $"{File}:{Line}: {Path}: expected {Expected}, found {Found}";
}
