using System;
using System.Runtime.InteropServices;

namespace ConvoEval.Inference.Runtime;

/// <summary>Settings of a session; read once, when the session is made.</summary>
internal sealed unsafe class SessionOptions : IDisposable
{
    private readonly OrtHandle _handle;

    public SessionOptions()
    {
        nint pointer;
        OrtApi.Check(((delegate* unmanaged<nint*, nint>)OrtApi.Slot(OrtApi.CreateSessionOptions))(&pointer));
        _handle = new OrtHandle(pointer, OrtApi.ReleaseSessionOptions);
    }

    /// <summary>Threads inside one operator; 1 = the calling thread only.</summary>
    public int IntraOpNumThreads
    {
        set => Set(OrtApi.SetIntraOpNumThreads, value);
    }

    /// <summary>Threads across operators.</summary>
    public int InterOpNumThreads
    {
        set => Set(OrtApi.SetInterOpNumThreads, value);
    }

    /// <summary>How much the graph is rewritten.</summary>
    public GraphOptimizationLevel GraphOptimizationLevel
    {
        set => Set(OrtApi.SetSessionGraphOptimizationLevel, (int)value);
    }

    internal OrtHandle Handle => _handle;

    /// <summary>Sets a named option of the runtime, such as session.intra_op.allow_spinning.</summary>
    public void AddSessionConfigEntry(string configKey, string configValue)
    {
        var key = Marshal.StringToCoTaskMemUTF8(configKey);
        var value = Marshal.StringToCoTaskMemUTF8(configValue);
        try
        {
            OrtApi.Check(((delegate* unmanaged<nint, nint, nint, nint>)OrtApi.Slot(OrtApi.AddSessionConfigEntry))(
                _handle.Pointer, key, value));
        }
        finally
        {
            Marshal.FreeCoTaskMem(key);
            Marshal.FreeCoTaskMem(value);
        }
    }

    public void Dispose() => _handle.Dispose();

    private void Set(int slot, int value) =>
        OrtApi.Check(((delegate* unmanaged<nint, int, nint>)OrtApi.Slot(slot))(_handle.Pointer, value));
}

/// <summary>How much the runtime may rewrite a graph.</summary>
internal enum GraphOptimizationLevel
{
    DisableAll = 0,
    Basic = 1,
    Extended = 2,
    All = 99,
}
