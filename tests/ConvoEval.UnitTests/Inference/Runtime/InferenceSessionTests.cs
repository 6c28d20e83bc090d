using System;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Inference.Fitting.Onnx;
using ConvoEval.Inference.Runtime;
using Xunit;

namespace ConvoEval.UnitTests.Inference.Runtime;

public sealed class InferenceSessionTests
{
    private static readonly float[] Matrix = [1, 2, 3, 4, 5, 6];

    [Fact]
    public void A_matrix_product_agrees_with_the_definition()
    {
        using var session = Product();
        float[] input = [1, -1, 0.5f, 2];
        var output = new float[6];

        Run(session, input, output, 2);

        // [1 -1; 0.5 2] · [1 2 3; 4 5 6], by hand.
        Assert.Equal([-3, -3, -3, 8.5f, 11, 13.5f], output);
    }

    [Fact]
    public void The_model_tells_its_inputs_outputs_and_metadata()
    {
        using var session = Product();

        Assert.Equal(["x"], session.InputNames);
        Assert.Equal(TensorElementType.Float, session.InputMetadata["x"].ElementDataType);
        Assert.Equal([-1, 2], session.InputMetadata["x"].Dimensions);
        Assert.Equal(["n", ""], session.InputMetadata["x"].SymbolicDimensions);
        Assert.Equal([-1, 3], session.OutputMetadata["y"].Dimensions);
        Assert.Equal("product", session.CustomMetadata["what"]);
    }

    [Fact]
    public void Bytes_that_are_no_model_are_refused_with_the_message_of_the_runtime()
    {
        using var options = new SessionOptions();

        var error = Assert.Throws<OnnxRuntimeException>(() => new InferenceSession([1, 2, 3], options));

        Assert.Contains("protobuf", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_unknown_name_is_refused()
    {
        using var session = Product();
        using var value = OrtValue.CreateTensorValueFromMemory<float>(new float[2], [1, 2]);
        using var result = OrtValue.CreateTensorValueFromMemory<float>(new float[3], [1, 3]);

        Assert.Throws<ArgumentException>(() => session.Run(null, ["z"], [value], ["y"], [result]));
    }

    [Fact]
    public void A_wrong_shape_is_refused_and_the_session_lives_on()
    {
        using var session = Product();
        using var value = OrtValue.CreateTensorValueFromMemory<float>(new float[3], [1, 3]);
        using var result = OrtValue.CreateTensorValueFromMemory<float>(new float[3], [1, 3]);

        Assert.Throws<OnnxRuntimeException>(() => session.Run(null, ["x"], [value], ["y"], [result]));

        var output = new float[3];
        Run(session, [1, 1], output, 1);
        Assert.Equal([5, 7, 9], output);
    }

    [Fact]
    public void A_shape_larger_than_the_memory_is_refused() =>
        Assert.Throws<ArgumentException>(() => OrtValue.CreateTensorValueFromMemory<float>(new float[3], [2, 2]));

    [Fact]
    public void A_disposed_session_says_so()
    {
        var session = Product();
        session.Dispose();
        session.Dispose();

        Assert.ThrowsAny<Exception>(() => Run(session, [1, 1], new float[3], 1));
    }

    [Fact]
    public void A_tensor_can_be_read_back_without_a_copy_of_another_type()
    {
        using var value = OrtValue.CreateTensorValueFromMemory<float>(new float[] { 1, 2 }, [2]);

        Assert.Equal([1, 2], value.GetTensorDataAsSpan<float>().ToArray());
        Assert.Throws<InvalidOperationException>(() => value.GetTensorDataAsSpan<int>());
    }

    [Fact]
    public void A_run_allocates_nothing()
    {
        using var session = Product();
        using var value = OrtValue.CreateTensorValueFromMemory<float>(new float[2], [1, 2]);
        using var result = OrtValue.CreateTensorValueFromMemory<float>(new float[3], [1, 3]);
        string[] inputNames = ["x"], outputNames = ["y"];
        OrtValue[] inputs = [value], outputs = [result];
        session.Run(null, inputNames, inputs, outputNames, outputs);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            session.Run(null, inputNames, inputs, outputNames, outputs);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task Runs_of_several_threads_do_not_mix()
    {
        using var session = Product();
        var cancellation = TestContext.Current.CancellationToken;

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(
            () =>
            {
                var output = new float[3];
                for (var i = 0; i < 200; i++)
                {
                    Run(session, [number, 0], output, 1);
                }

                return output;
            },
            cancellation)));

        Assert.All(results.Select((output, number) => (output, number)), pair =>
            Assert.Equal([pair.number, 2 * pair.number, 3 * pair.number], pair.output));
    }

    [Fact]
    public void A_run_can_be_stopped_before_it_starts()
    {
        using var session = Product();
        using var options = new RunOptions { Terminate = true };
        using var value = OrtValue.CreateTensorValueFromMemory<float>(new float[2], [1, 2]);
        using var result = OrtValue.CreateTensorValueFromMemory<float>(new float[3], [1, 3]);

        Assert.Throws<OnnxRuntimeException>(() => session.Run(options, ["x"], [value], ["y"], [result]));
    }

    private static InferenceSession Product()
    {
        var model = new OnnxGraph("product")
            .Input("x", OnnxType.Float, new OnnxAxis("n"), new OnnxAxis("k", 2))
            .Constant<float>("m", Matrix, 2, 3)
            .Node("MatMul", ["x", "m"], "y")
            .Output("y", OnnxType.Float, new OnnxAxis("n"), new OnnxAxis("c", 3))
            .ToModel(("what", "product"));
        using var options = new SessionOptions();
        options.IntraOpNumThreads = 1;
        return new InferenceSession(model, options);
    }

    private static void Run(InferenceSession session, float[] input, float[] output, int rows)
    {
        using var x = OrtValue.CreateTensorValueFromMemory<float>(input, [rows, 2]);
        using var y = OrtValue.CreateTensorValueFromMemory<float>(output, [rows, 3]);
        session.Run(null, ["x"], [x], ["y"], [y]);
    }
}
