using System;
using System.Buffers;

namespace ConvoEval.Inference.Runtime;

/// <summary>
/// A tensor: either over memory of the caller, which is pinned and never copied, or handed back by the runtime.
/// </summary>
internal sealed unsafe class OrtValue : IDisposable
{
    private readonly OrtHandle _handle;
    private MemoryHandle _pin;

    internal OrtValue(nint pointer) => _handle = new OrtHandle(pointer, OrtApi.ReleaseValue);

    private OrtValue(nint pointer, MemoryHandle pin)
        : this(pointer) => _pin = pin;

    internal OrtHandle Handle => _handle;

    /// <summary>
    /// A tensor over <paramref name="memory"/>, which stays pinned until disposal. The memory may be larger than the
    /// shape asks for.
    /// </summary>
    /// <exception cref="ArgumentException">The shape needs more elements than the memory has, or has a negative
    /// extent.</exception>
    public static OrtValue CreateTensorValueFromMemory<T>(Memory<T> memory, ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        var elements = Count(shape);
        if (elements > memory.Length)
        {
            throw new ArgumentException(
                $"The shape needs {elements} elements and the memory has {memory.Length}.", nameof(memory));
        }

        var pin = memory.Pin();
        try
        {
            nint pointer;
            fixed (long* extents = shape)
            {
                OrtApi.Check(
                    ((delegate* unmanaged<nint, void*, nuint, long*, nuint, int, nint*, nint>)
                        OrtApi.Slot(OrtApi.CreateTensorWithDataAsOrtValue))(
                        OrtApi.CpuMemory, pin.Pointer, (nuint)(elements * sizeof(T)), extents, (nuint)shape.Length,
                        (int)ElementTypeOf<T>(), &pointer));
            }

            return new OrtValue(pointer, pin);
        }
        catch
        {
            pin.Dispose();
            throw;
        }
    }

    /// <summary>The elements, in row order, without a copy; valid until disposal.</summary>
    /// <exception cref="InvalidOperationException">The tensor holds another element type.</exception>
    public ReadOnlySpan<T> GetTensorDataAsSpan<T>()
        where T : unmanaged
    {
        var (type, shape) = GetTensorTypeAndShape();
        if (type != ElementTypeOf<T>())
        {
            throw new InvalidOperationException($"The tensor holds {type}, not {ElementTypeOf<T>()}.");
        }

        var data = OrtApi.Get(OrtApi.GetTensorMutableData, _handle.Pointer);
        return new ReadOnlySpan<T>((void*)data, checked((int)Count(shape)));
    }

    /// <summary>Element type and extents.</summary>
    public (TensorElementType ElementType, long[] Shape) GetTensorTypeAndShape()
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        var info = OrtApi.Get(OrtApi.GetTensorTypeAndShape, _handle.Pointer);
        try
        {
            var (type, shape, _) = TensorInfo.Read(info);
            return (type, shape);
        }
        finally
        {
            OrtApi.Release(OrtApi.ReleaseTensorTypeAndShapeInfo, info);
        }
    }

    public void Dispose()
    {
        _handle.Dispose();
        _pin.Dispose();
        _pin = default;
    }

    private static long Count(ReadOnlySpan<long> shape)
    {
        long elements = 1;
        foreach (var extent in shape)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(extent, nameof(shape));
            elements = checked(elements * extent);
        }

        return elements;
    }

    private static TensorElementType ElementTypeOf<T>() =>
        typeof(T) == typeof(float) ? TensorElementType.Float
        : typeof(T) == typeof(int) ? TensorElementType.Int32
        : typeof(T) == typeof(long) ? TensorElementType.Int64
        : typeof(T) == typeof(sbyte) ? TensorElementType.Int8
        : typeof(T) == typeof(byte) ? TensorElementType.UInt8
        : typeof(T) == typeof(bool) ? TensorElementType.Bool
        : typeof(T) == typeof(double) ? TensorElementType.Double
        : typeof(T) == typeof(Half) ? TensorElementType.Float16
        : throw new NotSupportedException($"No tensor element type for {typeof(T).Name}.");
}
