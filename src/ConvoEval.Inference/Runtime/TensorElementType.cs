namespace ConvoEval.Inference.Runtime;

/// <summary>Element types of tensors, with the numbers of the C interface (and of the ONNX format).</summary>
internal enum TensorElementType
{
    Undefined = 0,
    Float = 1,
    UInt8 = 2,
    Int8 = 3,
    UInt16 = 4,
    Int16 = 5,
    Int32 = 6,
    Int64 = 7,
    String = 8,
    Bool = 9,
    Float16 = 10,
    Double = 11,
}
