using System.Collections.Generic;
using System.Text.Json;
using ConvoEval.Ingestion.Neutral;
using ConvoEval.Ingestion.Reading;
using ConvoEval.Testing.Contracts;

namespace ConvoEval.UnitTests.Ingestion.Neutral;

public sealed class NeutralReaderContractTests : TranscriptReaderContract
{
    protected override string BrokenItem => """{"id":"b","turns":[{"role":"user"}]}""";

    protected override ITranscriptReader CreateReader() => new NeutralReader();

    protected override string Item(string id, string userText)
        => $$"""{"id":"{{id}}","turns":[{"role":"user","text":{{JsonSerializer.Serialize(userText, TestJson.Relaxed)}}},{"role":"bot","text":"ok"}]}""";

    protected override string FileOf(IEnumerable<string> items) => string.Join('\n', items) + "\n";
}
