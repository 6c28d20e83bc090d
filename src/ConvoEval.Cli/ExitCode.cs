namespace ConvoEval.Cli;

/// <summary>Exit codes of the program. When several hold, the order is 2, 4, 5, 3, 1.</summary>
internal static class ExitCode
{
    public const int Fine = 0;
    public const int GateFailed = 1;
    public const int Usage = 2;
    public const int NotEnoughData = 3;
    public const int Environment = 4;
    public const int Budget = 5;
    public const int Interrupted = 130;

    public const string Help =
        """
        Exit codes: 0 fine · 1 gate failed · 2 usage or configuration · 3 not comparable or not enough data (compare --gate) ·
        4 environment, or coverage below its floor · 5 stopped by budget · 130 interrupted (the same command goes on from there)
        """;
}
