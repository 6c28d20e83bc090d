using System.CommandLine;
using System.Threading.Tasks;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Verbs;

namespace ConvoEval.Cli;

/// <summary>The one executable: finds the verb and maps what went wrong to an exit code.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var output = new TerminalOutput();
        var root = VerbTable.Create(output);
        var code = await root.Parse(args).InvokeAsync(new InvocationConfiguration
        {
            Output = output.Results,
            Error = output.Messages,
            EnableDefaultExceptionHandler = false,
        });
        await output.Results.FlushAsync();
        return code;
    }
}
