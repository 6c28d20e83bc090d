using System.Collections.Generic;
using System.Text.Json;
using ConvoEval.Ingestion.Reading;
using ConvoEval.Ingestion.Tau2;
using ConvoEval.Testing.Contracts;

namespace ConvoEval.UnitTests.Ingestion.Tau2;

public sealed class Tau2LinesContractTests : TranscriptReaderContract
{
    protected override string BrokenItem => """{"task_id":"1","run_info":{"simulation_id":"b"},"messages":[]}""";

    protected override ITranscriptReader CreateReader() => new Tau2Reader();

    protected override string Item(string id, string userText)
        => $$"""{"task_id":"1","run_info":{"simulation_id":"{{id}}"},"messages":[{"role":"user","content":{{JsonSerializer.Serialize(userText, TestJson.Relaxed)}}},{"role":"assistant","content":"ok"}]}""";

    protected override string FileOf(IEnumerable<string> items) => string.Join('\n', items) + "\n";
}
