using System;
using ConvoEval.Ingestion.Reading;
using ConvoEval.Ingestion.Tau2;
using ConvoEval.Testing.Contracts;
using Xunit;

namespace ConvoEval.UnitTests.Ingestion.Tau2;

[Collection(MemoryCollection.Name)]
public sealed class Tau2RunFileMemoryTests : TranscriptReaderMemoryContract
{
    protected override string Head => """{"info":{},"tasks":[{"id":"1"}],"simulations":[""";

    protected override string Between => ",";

    protected override string Tail => "]}";

    protected override ITranscriptReader CreateReader() => new Tau2Reader();

    protected override string Item(int number, string text)
        => FormattableString.Invariant($$"""{"id":"{{number}}","task_id":"1","messages":[{"role":"user","content":"{{text}}"}]}""");
}
