namespace ConvoEval.Inference.Fitting.Onnx;

/// <summary>
/// The graphs of the models. Both begin with the same bag: rows of an 8-bit table, weighted and added up. Input is
/// padded to the
/// longest text of a batch with row 0 and weight 0.
/// </summary>
internal static class SparseBagGraph
{
    /// <summary>Scores per class, softmax at a temperature, and the free energy as out-of-scope score.</summary>
    /// <param name="table">A row per feature, a column per class.</param>
    /// <param name="bias">Constant per class.</param>
    /// <param name="temperature">Divides the scores before the softmax.</param>
    /// <param name="energyTemperature">Divides the scores before the free energy.</param>
    public static byte[] Intents(QuantizedTable table, float[] bias, double temperature, double energyTemperature)
    {
        var graph = Bag("convoeval-intents", table);
        return graph
            .Constant<float>("bias", bias, bias.Length)
            .Constant<float>("inverse_temperature", [(float)(1 / temperature)])
            .Constant<float>("inverse_energy_temperature", [(float)(1 / energyTemperature)])
            .Constant<float>("minus_energy_temperature", [(float)-energyTemperature])
            .Node("Add", ["bag", "bias"], "scores")
            .Node("Mul", ["scores", "inverse_temperature"], "logits")
            .Node("Softmax", ["logits"], "probabilities", OnnxAttribute.Integer("axis", 1))
            .Node("Mul", ["scores", "inverse_energy_temperature"], "energy_logits")
            .Node(
                "ReduceLogSumExp",
                ["energy_logits"],
                "log_sum",
                OnnxAttribute.Integers("axes", 1),
                OnnxAttribute.Integer("keepdims", 1))
            .Node("Mul", ["log_sum", "minus_energy_temperature"], "out_of_scope")
            .Output("probabilities", OnnxType.Float, new OnnxAxis("batch"), new OnnxAxis("intent", table.Columns))
            .Output("out_of_scope", OnnxType.Float, new OnnxAxis("batch"), new OnnxAxis("one", 1))
            .ToModel(("kind", "intents"));
    }

    /// <summary>
    /// The bag scaled to unit length; a text without known features keeps the zero vector. The bag itself is an output
    /// too: with it the
    /// rows of the table can be read back, one at a time.
    /// </summary>
    public static byte[] Encoder(QuantizedTable table)
    {
        var graph = Bag("convoeval-encoder", table);
        return graph
            .Constant<float>("smallest", [1e-20f])
            .Node(
                "ReduceSumSquare",
                ["bag"],
                "square",
                OnnxAttribute.Integers("axes", 1),
                OnnxAttribute.Integer("keepdims", 1))
            .Node("Max", ["square", "smallest"], "square_above_zero")
            .Node("Sqrt", ["square_above_zero"], "length")
            .Node("Div", ["bag", "length"], "vectors")
            .Output("vectors", OnnxType.Float, new OnnxAxis("batch"), new OnnxAxis("dimension", table.Columns))
            .Output("bag", OnnxType.Float, new OnnxAxis("batch"), new OnnxAxis("dimension", table.Columns))
            .ToModel(("kind", "encoder"));
    }

    private static OnnxGraph Bag(string name, QuantizedTable table) =>
        new OnnxGraph(name)
            .Input("rows", OnnxType.Int32, new OnnxAxis("batch"), new OnnxAxis("terms"))
            .Input("weights", OnnxType.Float, new OnnxAxis("batch"), new OnnxAxis("terms"))
            .Constant<sbyte>("table", table.Values, table.Rows, table.Columns)
            .Constant<float>("scales", table.Scales, table.Rows)
            .Constant<long>("axis_1", [1], 1)
            .Node("Gather", ["scales", "rows"], "row_scales")
            .Node("Mul", ["weights", "row_scales"], "scaled_weights")
            .Node("Unsqueeze", ["scaled_weights", "axis_1"], "weight_rows")
            .Node("Gather", ["table", "rows"], "integer_rows")
            .Node("Cast", ["integer_rows"], "float_rows", OnnxAttribute.Integer("to", (long)OnnxType.Float))
            .Node("MatMul", ["weight_rows", "float_rows"], "bag_rows")
            .Node("Squeeze", ["bag_rows", "axis_1"], "bag");
}
