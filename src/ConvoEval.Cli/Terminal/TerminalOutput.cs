using System;
using System.Globalization;
using System.IO;
using System.Text;

namespace ConvoEval.Cli.Terminal;

/// <summary>Where results and messages go: results to standard output, messages to standard error, both UTF-8 with LF.</summary>
internal sealed class TerminalOutput
{
    public TerminalOutput()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Results = new StreamWriter(Console.OpenStandardOutput(), utf8) { NewLine = "\n", AutoFlush = false };
        Messages = new StreamWriter(Console.OpenStandardError(), utf8) { NewLine = "\n", AutoFlush = true };
        IsInteractive = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;
    }

    public TextWriter Results { get; }

    public TextWriter Messages { get; }

    /// <summary>Whether messages go to a person's terminal, so that a progress line may be redrawn.</summary>
    public bool IsInteractive { get; }

    public void Say(FormattableString message) => Messages.WriteLine(message.ToString(CultureInfo.InvariantCulture));

    public void Say(string message) => Messages.WriteLine(message);
}
