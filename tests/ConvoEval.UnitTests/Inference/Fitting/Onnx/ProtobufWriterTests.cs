using ConvoEval.Inference.Fitting.Onnx;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Fitting.Onnx;

public sealed class ProtobufWriterTests
{
    [Fact]
    public void Messages_are_those_of_the_documentation_of_the_wire_format()
    {
        // protobuf.dev, "Encoding": field 1 = 150; field 2 = "testing"; field 3 = message with field 1 = 150.
        Assert.Equal([0x08, 0x96, 0x01], new ProtobufWriter().Integer(1, 150).ToArray());
        Assert.Equal(
            [0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67], new ProtobufWriter().Text(2, "testing").ToArray());
        Assert.Equal(
            [0x1a, 0x03, 0x08, 0x96, 0x01],
            new ProtobufWriter().Message(3, new ProtobufWriter().Integer(1, 150)).ToArray());
    }

    [Fact]
    public void A_negative_integer_takes_ten_bytes() =>
        Assert.Equal(
            [0x08, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
            new ProtobufWriter().Integer(1, -2).ToArray());

    [Fact]
    public void A_float_is_four_bytes_little_endian() =>
        Assert.Equal([0x0D, 0x00, 0x00, 0x80, 0x3F], new ProtobufWriter().Single(1, 1f).ToArray());
}
