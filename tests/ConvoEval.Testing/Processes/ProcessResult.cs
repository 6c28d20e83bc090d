namespace ConvoEval.Testing.Processes;

/// <summary>What a process left: its exit code (128 + signal where one ended it) and what it wrote.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Messages">Standard error.</param>
public sealed record ProcessResult(int ExitCode, string Output, string Messages)
{
    /// <summary>All of it, for the message of a failed assertion.</summary>
    public override string ToString() => $"exit code {ExitCode}\n--- output\n{Output}\n--- messages\n{Messages}";
}
