using Xunit;

namespace ConvoEval.EndToEndTests.Samples;

/// <summary>Tests that read the report of the sample share one run of it.</summary>
[CollectionDefinition(Name)]
public sealed class SampleCollection : ICollectionFixture<HarborBankRun>
{
    public const string Name = "sample harbor-bank";
}
