using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ConvoEval.Testing.Processes;

/// <summary>A program under test, started directly, with pipes instead of a terminal.</summary>
/// <param name="path">Path of the executable.</param>
public sealed class Executable(string path)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Starts the program. Whoever started it waits for its end or kills it.</summary>
    public RunningProcess Start(IReadOnlyList<string> arguments, ProcessSetting setting)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(setting);
        var start = new ProcessStartInfo(path)
        {
            WorkingDirectory = setting.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in setting.Environment)
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException(
            string.Create(CultureInfo.InvariantCulture, $"{path} did not start"));
        return new RunningProcess(process, setting);
    }

    /// <summary>Runs the program to its end.</summary>
    public async Task<ProcessResult> RunAsync(
        IReadOnlyList<string> arguments, ProcessSetting setting, CancellationToken cancellationToken)
    {
        using var running = Start(arguments, setting);
        return await running.EndAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the executable is there.</summary>
    public bool Exists => File.Exists(path);
}
