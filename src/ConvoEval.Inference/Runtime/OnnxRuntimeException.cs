using System;

namespace ConvoEval.Inference.Runtime;

/// <summary>The native runtime refused a call; the message is its own.</summary>
internal sealed class OnnxRuntimeException : Exception
{
    public OnnxRuntimeException(int errorCode, string message)
        : base($"ONNX Runtime error {errorCode}: {message}") => ErrorCode = errorCode;

    /// <summary>Code of the C interface: 1 fail, 2 invalid argument, 3 no such file, 7 invalid protobuf, …</summary>
    public int ErrorCode { get; }
}
