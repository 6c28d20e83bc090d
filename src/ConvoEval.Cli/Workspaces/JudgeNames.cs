using System.Collections.Generic;

namespace ConvoEval.Cli.Workspaces;

/// <summary>The judges that a workspace can switch on.</summary>
internal static class JudgeNames
{
    public static IReadOnlyList<string> All { get; } =
        ["rules/content-adherence", "rules/goal-completion", "rules/fallback", "rules/re-ask"];
}
