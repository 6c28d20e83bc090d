using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Runs;

namespace ConvoEval.Inference.Fitting.Examples;

/// <summary>Takes what a format yields and sorts it into examples and rejections.</summary>
internal sealed class ExampleCollector(string file)
{
    private readonly List<IntentExample> _examples = [];
    private readonly List<RejectedInput> _rejected = [];

    public string File => file;

    public IReadOnlyList<IntentExample> Examples => _examples;

    public IReadOnlyList<RejectedInput> Rejected => _rejected;

    /// <summary>An example as it stands in the file.</summary>
    /// <param name="line">Line or item, from 1.</param>
    /// <param name="text">Its text; null when missing.</param>
    /// <param name="intent">Its intent; null when missing.</param>
    public void Add(long line, string? text, string? intent)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Reject(line, "missing_field", "An example needs a text; it is missing or empty.");
        }
        else if (string.IsNullOrWhiteSpace(intent) || intent.Any(char.IsControl))
        {
            Reject(line, "missing_field", "An example needs an intent without control characters; it has none.");
        }
        else
        {
            _examples.Add(new IntentExample(text, intent.Trim()));
        }
    }

    /// <summary>A line or item that is no example.</summary>
    public void Reject(long line, string reasonCode, string message) =>
        _rejected.Add(new RejectedInput { File = file, Line = line, ReasonCode = reasonCode, Message = message });
}
