using Xunit;

namespace ConvoEval.UnitTests.Ingestion;

/// <summary>Tests that look at the memory of the process run after the others, one by one.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryCollection
{
    public const string Name = "memory of the process";
}
