using System;

namespace ConvoEval.Inference.Runtime;

/// <summary>Settings of one or more runs; its one use here is to stop a run from another thread.</summary>
internal sealed unsafe class RunOptions : IDisposable
{
    private readonly OrtHandle _handle;

    public RunOptions()
    {
        nint pointer;
        OrtApi.Check(((delegate* unmanaged<nint*, nint>)OrtApi.Slot(OrtApi.CreateRunOptions))(&pointer));
        _handle = new OrtHandle(pointer, OrtApi.ReleaseRunOptions);
    }

    /// <summary>True makes every run that uses these options return an error as soon as it notices.</summary>
    public bool Terminate
    {
        set
        {
            var slot = value ? OrtApi.RunOptionsSetTerminate : OrtApi.RunOptionsUnsetTerminate;
            OrtApi.Check(((delegate* unmanaged<nint, nint>)OrtApi.Slot(slot))(_handle.Pointer));
        }
    }

    internal OrtHandle Handle => _handle;

    public void Dispose() => _handle.Dispose();
}
