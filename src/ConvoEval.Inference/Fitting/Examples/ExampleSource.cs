using System;
using System.Collections.Generic;
using ConvoEval.Inference.Catalog;

namespace ConvoEval.Inference.Fitting.Examples;

/// <summary>Examples with their origin, as the manifest of the model will name it.</summary>
public sealed record ExampleSource
{
    /// <summary>Name of the data set.</summary>
    public required string Name { get; init; }

    /// <summary>File name.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Licence as its authors state it.</summary>
    public required string Licence { get; init; }

    /// <summary>The examples.</summary>
    public required IReadOnlyList<IntentExample> Examples { get; init; }

    /// <summary>A file that was read.</summary>
    public static ExampleSource From(IntentExampleFile file, string name, string licence)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new ExampleSource
        {
            Name = name, File = file.Name, Sha256 = file.Sha256, Licence = licence, Examples = file.Examples,
        };
    }

    internal ModelDataSource Describe(string use) => new(Name, File, Sha256, Examples.Count, Licence, use);
}
