using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace ConvoEval.Inference.Runtime;

/// <summary>
/// A loaded model. Names and behaviour follow Microsoft.ML.OnnxRuntime, so that its managed package can replace this
/// folder.
/// Runs from several threads at once are safe. A run allocates nothing: names are kept as native text, tensors are the
/// caller's.
/// </summary>
internal sealed unsafe class InferenceSession : IDisposable
{
    private const int MostTensors = 16;

    private readonly OrtHandle _session;
    private readonly List<nint> _texts = [];
    private readonly Dictionary<string, nint> _nativeNames = new(StringComparer.Ordinal);

    /// <summary>Loads a model from its bytes.</summary>
    /// <exception cref="OnnxRuntimeException">The bytes are no valid model.</exception>
    public InferenceSession(ReadOnlySpan<byte> model, SessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        nint pointer;
        fixed (byte* bytes = model)
        {
            OrtApi.Check(
                ((delegate* unmanaged<nint, byte*, nuint, nint, nint*, nint>)OrtApi.Slot(
                    OrtApi.CreateSessionFromArray))(
                    OrtApi.Environment, bytes, (nuint)model.Length, options.Handle.Pointer, &pointer));
        }

        _session = new OrtHandle(pointer, OrtApi.ReleaseSession);
        (InputNames, InputMetadata) = Read(
            OrtApi.SessionGetInputCount, OrtApi.SessionGetInputName, OrtApi.SessionGetInputTypeInfo);
        (OutputNames, OutputMetadata) = Read(
            OrtApi.SessionGetOutputCount, OrtApi.SessionGetOutputName, OrtApi.SessionGetOutputTypeInfo);
        CustomMetadata = ReadMetadata();
    }

    ~InferenceSession() => FreeTexts();

    /// <summary>Input names in the model's order.</summary>
    public IReadOnlyList<string> InputNames { get; }

    /// <summary>Output names in the model's order.</summary>
    public IReadOnlyList<string> OutputNames { get; }

    /// <summary>Declared inputs by name.</summary>
    public IReadOnlyDictionary<string, NodeMetadata> InputMetadata { get; }

    /// <summary>Declared outputs by name.</summary>
    public IReadOnlyDictionary<string, NodeMetadata> OutputMetadata { get; }

    /// <summary>Free metadata that the model carries.</summary>
    public IReadOnlyDictionary<string, string> CustomMetadata { get; }

    /// <summary>Runs the model and writes into the output tensors of the caller.</summary>
    /// <exception cref="ArgumentException">Names and values do not match, or the model has no such name.</exception>
    public void Run(
        RunOptions? runOptions,
        IReadOnlyList<string> inputNames,
        IReadOnlyList<OrtValue> inputValues,
        IReadOnlyList<string> outputNames,
        IReadOnlyList<OrtValue> outputValues)
    {
        var inputs = CheckedCount(inputNames, inputValues, nameof(inputValues));
        var outputs = CheckedCount(outputNames, outputValues, nameof(outputValues));
        var names = stackalloc nint[inputs + outputs];
        var values = stackalloc nint[inputs + outputs];
        var held = 0;
        var isHeld = false;
        try
        {
            _session.DangerousAddRef(ref isHeld);
            for (; held < inputs + outputs; held++)
            {
                var isInput = held < inputs;
                var name = isInput ? inputNames[held] : outputNames[held - inputs];
                names[held] = _nativeNames.TryGetValue(name, out var native)
                    ? native
                    : throw new ArgumentException($"The model has no input or output named '{name}'.");
                var handle = (isInput ? inputValues[held] : outputValues[held - inputs]).Handle;
                var isValueHeld = false;
                handle.DangerousAddRef(ref isValueHeld);
                values[held] = handle.Pointer;
            }

            OrtApi.Check(
                ((delegate* unmanaged<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint>)OrtApi.Slot(
                    OrtApi.RunSession))(
                    _session.Pointer, runOptions?.Handle.Pointer ?? 0, names, values, (nuint)inputs, names + inputs,
                    (nuint)outputs, values + inputs));
        }
        finally
        {
            for (var i = 0; i < held; i++)
            {
                (i < inputs ? inputValues[i] : outputValues[i - inputs]).Handle.DangerousRelease();
            }

            if (isHeld)
            {
                _session.DangerousRelease();
            }

            GC.KeepAlive(this);
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        FreeTexts();
        GC.SuppressFinalize(this);
    }

    private static int CheckedCount(IReadOnlyList<string> names, IReadOnlyList<OrtValue> values, string parameter)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(values);
        return names.Count == values.Count && names.Count <= MostTensors
            ? names.Count
            : throw new ArgumentException(
                $"{names.Count} names and {values.Count} values; the counts must be equal and at most {MostTensors}.",
                parameter);
    }

    private (string[] Names, Dictionary<string, NodeMetadata> Metadata) Read(int countSlot, int nameSlot, int typeSlot)
    {
        var names = new string[(int)OrtApi.Get(countSlot, _session.Pointer)];
        var metadata = new Dictionary<string, NodeMetadata>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            nint text, type;
            OrtApi.Check(((delegate* unmanaged<nint, nuint, nint, nint*, nint>)OrtApi.Slot(nameSlot))(
                _session.Pointer, (nuint)i, OrtApi.Allocator, &text));
            names[i] = OrtApi.TakeText(text);
            OrtApi.Check(((delegate* unmanaged<nint, nuint, nint*, nint>)OrtApi.Slot(typeSlot))(
                _session.Pointer, (nuint)i, &type));
            try
            {
                metadata[names[i]] = Describe(OrtApi.Get(OrtApi.CastTypeInfoToTensorInfo, type));
            }
            finally
            {
                OrtApi.Release(OrtApi.ReleaseTypeInfo, type);
            }

            var native = Marshal.StringToCoTaskMemUTF8(names[i]);
            _texts.Add(native);
            _nativeNames[names[i]] = native;
        }

        return (names, metadata);
    }

    private static NodeMetadata Describe(nint tensorInfo)
    {
        if (tensorInfo == 0)
        {
            return new NodeMetadata
            {
                ElementDataType = TensorElementType.Undefined, Dimensions = [], SymbolicDimensions = [],
            };
        }

        var (type, shape, symbols) = TensorInfo.Read(tensorInfo);
        return new NodeMetadata
        {
            ElementDataType = type,
            Dimensions = Array.ConvertAll(shape, extent => (int)extent),
            SymbolicDimensions = symbols,
        };
    }

    private Dictionary<string, string> ReadMetadata()
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        var metadata = OrtApi.Get(OrtApi.SessionGetModelMetadata, _session.Pointer);
        try
        {
            nint* keys;
            long count;
            OrtApi.Check(
                ((delegate* unmanaged<nint, nint, nint**, long*, nint>)OrtApi.Slot(
                    OrtApi.ModelMetadataGetCustomMetadataMapKeys))(
                    metadata, OrtApi.Allocator, &keys, &count));
            for (long i = 0; i < count; i++)
            {
                nint value;
                OrtApi.Check(
                    ((delegate* unmanaged<nint, nint, nint, nint*, nint>)OrtApi.Slot(
                        OrtApi.ModelMetadataLookupCustomMetadataMap))(
                        metadata, OrtApi.Allocator, keys[i], &value));
                entries[OrtApi.TakeText(keys[i])] = OrtApi.TakeText(value);
            }

            if (count > 0)
            {
                OrtApi.Check(((delegate* unmanaged<nint, nint, nint>)OrtApi.Slot(OrtApi.AllocatorFree))(
                    OrtApi.Allocator, (nint)keys));
            }
        }
        finally
        {
            OrtApi.Release(OrtApi.ReleaseModelMetadata, metadata);
        }

        return entries;
    }

    private void FreeTexts()
    {
        foreach (var text in _texts)
        {
            Marshal.FreeCoTaskMem(text);
        }

        _texts.Clear();
        _nativeNames.Clear();
    }
}
