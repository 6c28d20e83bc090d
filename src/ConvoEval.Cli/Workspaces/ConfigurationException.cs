using System;
using System.Collections.Generic;

namespace ConvoEval.Cli.Workspaces;

/// <summary>The configuration has mistakes; all of them are listed. A retry helps only after the files are mended.</summary>
internal sealed class ConfigurationException(IReadOnlyList<string> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
