using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace ConvoEval.Inference.Runtime;

/// <summary>
/// The C interface of ONNX Runtime: a table of function pointers that only ever grows at its end, so a slot number
/// holds for
/// every later library. Slots are named as in onnxruntime_c_api.h.
/// </summary>
internal static unsafe class OrtApi
{
    public const int CreateSessionFromArray = 8;
    public const int RunSession = 9;
    public const int CreateSessionOptions = 10;
    public const int DisableCpuMemArena = 19;
    public const int SetSessionGraphOptimizationLevel = 23;
    public const int SetIntraOpNumThreads = 24;
    public const int SetInterOpNumThreads = 25;
    public const int SessionGetInputCount = 30;
    public const int SessionGetOutputCount = 31;
    public const int SessionGetInputTypeInfo = 33;
    public const int SessionGetOutputTypeInfo = 34;
    public const int SessionGetInputName = 36;
    public const int SessionGetOutputName = 37;
    public const int CreateRunOptions = 39;
    public const int RunOptionsSetTerminate = 46;
    public const int RunOptionsUnsetTerminate = 47;
    public const int CreateTensorWithDataAsOrtValue = 49;
    public const int GetTensorMutableData = 51;
    public const int CastTypeInfoToTensorInfo = 55;
    public const int GetTensorElementType = 60;
    public const int GetDimensionsCount = 61;
    public const int GetDimensions = 62;
    public const int GetSymbolicDimensions = 63;
    public const int GetTensorTypeAndShape = 65;
    public const int AllocatorFree = 76;
    public const int ReleaseStatus = 93;
    public const int ReleaseSession = 95;
    public const int ReleaseValue = 96;
    public const int ReleaseRunOptions = 97;
    public const int ReleaseTypeInfo = 98;
    public const int ReleaseTensorTypeAndShapeInfo = 99;
    public const int ReleaseSessionOptions = 100;
    public const int SessionGetModelMetadata = 111;
    public const int ModelMetadataLookupCustomMetadataMap = 116;
    public const int ReleaseModelMetadata = 118;
    public const int ModelMetadataGetCustomMetadataMapKeys = 123;
    public const int AddSessionConfigEntry = 130;

    /// <summary>The newest slot above stands in every interface from this version on.</summary>
    private const uint MinimumVersion = 12;
    private const int GetErrorCode = 1;
    private const int GetErrorMessage = 2;
    private const int CreateEnv = 3;
    private const int DisableTelemetryEvents = 6;
    private const int CreateCpuMemoryInfo = 69;
    private const int GetAllocatorWithDefaultOptions = 78;
    private const int LoggingErrorsOnly = 3;

    private static readonly Lazy<Library> Loaded = new(Open, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>Version text of the library, such as 1.30.0.</summary>
    public static string Version => Loaded.Value.Version;

    /// <summary>The one environment of the process. It lives as long as the process does.</summary>
    public static nint Environment => Loaded.Value.Environment;

    /// <summary>Memory description for caller-owned memory in the address space of the process.</summary>
    public static nint CpuMemory => Loaded.Value.CpuMemory;

    /// <summary>Allocator of the strings that the interface hands out.</summary>
    public static nint Allocator => Loaded.Value.Allocator;

    /// <summary>The function in a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Slot(int slot) => Loaded.Value.Table[slot];

    /// <summary>Throws what a status says, and releases it; 0 means success.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(nint status)
    {
        if (status != 0)
        {
            Throw(Loaded.Value.Table, status);
        }
    }

    /// <summary>Releases a native object; 0 is nothing.</summary>
    public static void Release(int slot, nint pointer)
    {
        if (pointer != 0)
        {
            ((delegate* unmanaged<nint, void>)Slot(slot))(pointer);
        }
    }

    /// <summary>Calls a getter that takes an object and returns a pointer or a number as wide as one.</summary>
    public static nint Get(int slot, nint self)
    {
        nint result;
        Check(((delegate* unmanaged<nint, nint*, nint>)Slot(slot))(self, &result));
        return result;
    }

    /// <summary>Reads and frees a text that the interface allocated.</summary>
    public static string TakeText(nint pointer)
    {
        var text = Marshal.PtrToStringUTF8(pointer) ?? "";
        Check(((delegate* unmanaged<nint, nint, nint>)Slot(AllocatorFree))(Allocator, pointer));
        return text;
    }

    private static void Throw(nint* table, nint status)
    {
        var code = ((delegate* unmanaged<nint, int>)table[GetErrorCode])(status);
        var message = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint, nint>)table[GetErrorMessage])(status)) ?? "";
        ((delegate* unmanaged<nint, void>)table[ReleaseStatus])(status);
        throw new OnnxRuntimeException(code, message);
    }

    private static Library Open()
    {
        var handle = NativeLibraryFile.Load();
        var entry = (ApiBase*)((delegate* unmanaged<nint>)NativeLibrary.GetExport(handle, "OrtGetApiBase"))();
        var version = Marshal.PtrToStringUTF8(entry->GetVersionString()) ?? "unknown";
        var table = entry->GetApi(MinimumVersion);
        if (table == null)
        {
            throw new DllNotFoundException(
                $"The ONNX Runtime library is version {version}, older than the interface version {MinimumVersion} "
                + "that is needed.");
        }

        nint environment, memory, allocator;
        fixed (byte* name = "convoeval\0"u8)
        {
            Require(((delegate* unmanaged<int, byte*, nint*, nint>)table[CreateEnv])(
                LoggingErrorsOnly, name, &environment));
        }

        Require(((delegate* unmanaged<nint, nint>)table[DisableTelemetryEvents])(environment));
        Require(((delegate* unmanaged<int, int, nint*, nint>)table[CreateCpuMemoryInfo])(1, 0, &memory));
        Require(((delegate* unmanaged<nint*, nint>)table[GetAllocatorWithDefaultOptions])(&allocator));
        return new Library(table, version, environment, memory, allocator);

        void Require(nint status)
        {
            if (status != 0)
            {
                Throw(table, status);
            }
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ApiBase
    {
        public delegate* unmanaged<uint, nint*> GetApi;
        public delegate* unmanaged<nint> GetVersionString;
    }

    private sealed class Library(nint* table, string version, nint environment, nint cpuMemory, nint allocator)
    {
        public readonly nint* Table = table;
        public readonly string Version = version;
        public readonly nint Environment = environment;
        public readonly nint CpuMemory = cpuMemory;
        public readonly nint Allocator = allocator;
    }
}
