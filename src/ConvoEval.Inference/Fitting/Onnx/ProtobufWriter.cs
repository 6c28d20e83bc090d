using System;
using System.Buffers.Binary;
using System.IO;
using System.Text;

namespace ConvoEval.Inference.Fitting.Onnx;

/// <summary>Writes one message in protobuf wire format. Fields appear in the order of the calls.</summary>
internal sealed class ProtobufWriter
{
    private const int Varint = 0;
    private const int LengthDelimited = 2;
    private const int Fixed32 = 5;

    private readonly MemoryStream _bytes = new();

    /// <summary>A 64-bit integer; negative ones take ten bytes, as the format asks.</summary>
    public ProtobufWriter Integer(int field, long value)
    {
        WriteVarint((ulong)((field << 3) | Varint));
        WriteVarint((ulong)value);
        return this;
    }

    /// <summary>A 32-bit floating-point number.</summary>
    public ProtobufWriter Single(int field, float value)
    {
        WriteVarint((ulong)((field << 3) | Fixed32));
        Span<byte> buffer = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(buffer, value);
        _bytes.Write(buffer);
        return this;
    }

    /// <summary>Raw bytes.</summary>
    public ProtobufWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        WriteVarint((ulong)((field << 3) | LengthDelimited));
        WriteVarint((ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    /// <summary>Text as UTF-8.</summary>
    public ProtobufWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>A message inside this one.</summary>
    public ProtobufWriter Message(int field, ProtobufWriter value) => Bytes(field, value.ToArray());

    /// <summary>The message so far.</summary>
    public byte[] ToArray() => _bytes.ToArray();

    private void WriteVarint(ulong value)
    {
        while (value > 0x7F)
        {
            _bytes.WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        _bytes.WriteByte((byte)value);
    }
}
