using ConvoEval.Inference.Catalog;
using ConvoEval.Inference.Runtime;

namespace ConvoEval.Inference.Batching;

/// <summary>Opens the graph of a model folder for use by many threads, each of which runs it on its own.</summary>
internal static class ModelSession
{
    /// <summary>Name of the graph in a model folder.</summary>
    public const string FileName = "model.onnx";

    /// <summary>Loads the graph.</summary>
    /// <exception cref="ModelFolderException">The runtime does not take it; the message is the runtime's.</exception>
    public static InferenceSession Open(ModelFolder folder)
    {
        using var options = new SessionOptions();
        options.IntraOpNumThreads = 1;
        options.InterOpNumThreads = 1;
        options.GraphOptimizationLevel = GraphOptimizationLevel.All;
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        options.AddSessionConfigEntry("session.set_denormal_as_zero", "1");
        try
        {
            return new InferenceSession(folder.Bytes(FileName), options);
        }
        catch (OnnxRuntimeException error)
        {
            throw new ModelFolderException($"{FileName} of {folder.Path} cannot be loaded: {error.Message}", error);
        }
    }
}
