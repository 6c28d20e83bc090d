using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Threading.Tasks;
using ConvoEval.Cli.Terminal;
using ConvoEval.Cli.Verbs;

namespace ConvoEval.Cli;

/// <summary>The one executable: finds the verb and maps what went wrong to an exit code.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        // No culture of the machine may show in a report; the data of cultures stay loaded, because Unicode normalisation needs them.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var output = new TerminalOutput();
        var root = VerbTable.Create(output);
        var parse = root.Parse(args);
        if (parse.Errors.Count > 0)
            return Refuse(output, parse);
        var code = await parse.InvokeAsync(new InvocationConfiguration
        {
            Output = output.Results,
            Error = output.Messages,
            EnableDefaultExceptionHandler = false,
        });
        await output.Results.FlushAsync();
        return code;
    }

    /// <summary>Says what is wrong with the command line, on standard error alone, so that a program behind a pipe never reads it as a result.</summary>
    private static int Refuse(TerminalOutput output, ParseResult parse)
    {
        foreach (var error in parse.Errors)
            output.Say("error: " + error.Message);
        output.Say(parse.CommandResult.Command is RootCommand
            ? "convoeval --help lists the verbs"
            : $"convoeval {Verb(parse.CommandResult)} --help says what can be given");
        return ExitCode.Usage;
    }

    /// <summary>The verb with the one it stands under: "reviews draw".</summary>
    private static string Verb(CommandResult result) =>
        result.Parent is CommandResult { Command: not RootCommand } parent ? $"{Verb(parent)} {result.Command.Name}" : result.Command.Name;
}
