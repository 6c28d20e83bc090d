namespace ConvoEval.Inference.Fitting.Onnx;

/// <summary>Element types of the ONNX format (TensorProto.DataType) that the graphs use.</summary>
internal enum OnnxType
{
    Float = 1,
    Int8 = 3,
    Int32 = 6,
    Int64 = 7,
}
