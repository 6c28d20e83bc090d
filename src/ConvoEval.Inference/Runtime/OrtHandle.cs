using System.Runtime.InteropServices;

namespace ConvoEval.Inference.Runtime;

/// <summary>
/// A native object that is released exactly once, also when its owner is only finalised. A call in flight on another
/// thread keeps
/// the object alive until it returns.
/// </summary>
internal sealed class OrtHandle : SafeHandle
{
    private readonly int _releaseSlot;

    public OrtHandle(nint pointer, int releaseSlot)
        : base(0, ownsHandle: true)
    {
        _releaseSlot = releaseSlot;
        SetHandle(pointer);
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>
    /// The pointer; the caller holds a reference (<see cref="SafeHandle.DangerousAddRef"/>) or owns the handle.
    /// </summary>
    public nint Pointer => handle;

    protected override bool ReleaseHandle()
    {
        OrtApi.Release(_releaseSlot, handle);
        return true;
    }
}
