using System.Runtime.InteropServices;

namespace ConvoEval.Inference.Runtime;

/// <summary>Reads type and shape out of a native tensor description.</summary>
internal static unsafe class TensorInfo
{
    /// <summary>Element type, extents (-1 = free) and the names of free axes.</summary>
    public static (TensorElementType ElementType, long[] Shape, string[] Names) Read(nint info)
    {
        int type;
        nuint rank;
        OrtApi.Check(((delegate* unmanaged<nint, int*, nint>)OrtApi.Slot(OrtApi.GetTensorElementType))(info, &type));
        OrtApi.Check(((delegate* unmanaged<nint, nuint*, nint>)OrtApi.Slot(OrtApi.GetDimensionsCount))(info, &rank));
        var shape = new long[rank];
        var names = new string[rank];
        var pointers = new nint[rank];
        fixed (long* extents = shape)
        {
            OrtApi.Check(((delegate* unmanaged<nint, long*, nuint, nint>)OrtApi.Slot(OrtApi.GetDimensions))(
                info, extents, rank));
        }

        fixed (nint* texts = pointers)
        {
            OrtApi.Check(
                ((delegate* unmanaged<nint, nint*, nuint, nint>)OrtApi.Slot(OrtApi.GetSymbolicDimensions))(
                    info, texts, rank));
        }

        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Marshal.PtrToStringUTF8(pointers[i]) ?? "";
        }

        return ((TensorElementType)type, shape, names);
    }
}
