using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;

namespace ConvoEval.Cli.Faults;

/// <summary>
/// Ends the process at a fault point, so that tests can prove what a kill leaves behind. The environment variable CONVOEVAL_FAULT names the point, with
/// <c>:n</c> for its n-th passing (default the first), or <c>*:n</c> for the n-th passing of any. CONVOEVAL_FAULT_LOG names a file that gets a line per passing.
/// </summary>
internal static class FaultSwitch
{
    private static readonly Lock Gate = new();

    public static Action<string>? FromEnvironment()
    {
        var setting = Environment.GetEnvironmentVariable("CONVOEVAL_FAULT");
        var log = Environment.GetEnvironmentVariable("CONVOEVAL_FAULT_LOG");
        if (string.IsNullOrEmpty(setting) && string.IsNullOrEmpty(log))
            return null;
        var colon = setting?.LastIndexOf(':') ?? -1;
        var name = colon < 0 ? setting : setting?[..colon];
        var wanted = colon < 0 ? 1 : int.Parse(setting.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        return point => Pass(point, name, wanted, log);
    }

    private static void Pass(string point, string? name, int wanted, string? log)
    {
        lock (Gate)
        {
            if (log is not null)
                File.AppendAllText(log, point + "\n");
            if (name != point && name != "*")
                return;
            var passed = Counts.Of(name);
            if (passed == wanted)
                Process.GetCurrentProcess().Kill();
        }
    }

    /// <summary>Passings so far in this process, by name.</summary>
    private static class Counts
    {
        private static readonly Dictionary<string, int> ByName = new(StringComparer.Ordinal);

        public static int Of(string name) => ByName[name] = ByName.GetValueOrDefault(name) + 1;
    }
}
