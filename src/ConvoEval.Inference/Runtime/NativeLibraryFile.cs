using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;

namespace ConvoEval.Inference.Runtime;

/// <summary>Finds and loads the native library that the build put beside the program.</summary>
internal static class NativeLibraryFile
{
    /// <summary>Environment variable with the full path of a library to use instead.</summary>
    public const string PathVariable = "CONVOEVAL_ONNXRUNTIME";

    /// <summary>Loads the library; the exception of a failure lists every place that was tried.</summary>
    public static nint Load()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } own)
        {
            return NativeLibrary.Load(own);
        }

        var tried = new List<string>();
        foreach (var path in Candidates())
        {
            tried.Add(path);
            if (NativeLibrary.TryLoad(path, out var handle))
            {
                return handle;
            }
        }

        foreach (var name in Names())
        {
            tried.Add(name + " (system search path)");
            if (NativeLibrary.TryLoad(name, Assembly.GetExecutingAssembly(), null, out var handle))
            {
                return handle;
            }
        }

        throw new DllNotFoundException(
            "The native ONNX Runtime library could not be loaded. Tried: " + string.Join("; ", tried)
            + $". Rebuild the program on this machine, or set {PathVariable} to the library file.");
    }

    private static IEnumerable<string> Candidates()
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        var architecture = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            Architecture.X86 => "x86",
            var other => other.ToString(),
        };
        foreach (var name in Names())
        {
            yield return Path.Combine(AppContext.BaseDirectory, "runtimes", $"{system}-{architecture}", "native", name);
            yield return Path.Combine(AppContext.BaseDirectory, name);
        }
    }

    private static string[] Names() =>
        OperatingSystem.IsWindows() ? ["onnxruntime.dll"]
        : OperatingSystem.IsMacOS() ? ["libonnxruntime.1.dylib", "libonnxruntime.dylib"]
        : ["libonnxruntime.so.1", "libonnxruntime.so"];
}
