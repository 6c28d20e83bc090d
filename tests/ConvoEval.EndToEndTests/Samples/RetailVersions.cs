using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Storage;
using ConvoEval.Storage.Sqlite;
using ConvoEval.Testing.Processes;
using Xunit;

namespace ConvoEval.EndToEndTests.Samples;

/// <summary>The two retail samples, run once each where the public data is at hand: with the reward of the benchmark, and blind.</summary>
public sealed class RetailVersions : IAsyncLifetime
{
    private readonly TemporaryFolder _open = new();
    private readonly TemporaryFolder _blind = new();

    /// <summary>Summary of the run that sees the reward.</summary>
    public JsonElement Summary { get; private set; }

    /// <summary>Facts with the reward of the benchmark as the goal, by conversation.</summary>
    public IReadOnlyDictionary<ConversationKey, ConversationFacts> WithReward { get; private set; } = new Dictionary<ConversationKey, ConversationFacts>();

    /// <summary>Facts with the goal judged from actions and told values alone.</summary>
    public IReadOnlyDictionary<ConversationKey, ConversationFacts> Blind { get; private set; } = new Dictionary<ConversationKey, ConversationFacts>();

    public async ValueTask InitializeAsync()
    {
        if (Repository.Data is null)
            return;
        WithReward = await RunAsync("tau2-retail", _open);
        Blind = await RunAsync("tau2-retail-blind", _blind);
        var report = ConvoEvalProgram.ReportOf(_open.Path);
        Summary = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(report, "summary.json"))).RootElement;
    }

    public ValueTask DisposeAsync()
    {
        _open.Dispose();
        _blind.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<IReadOnlyDictionary<ConversationKey, ConversationFacts>> RunAsync(string sample, TemporaryFolder folder)
    {
        folder.CopyFrom(Repository.PathOf("samples/" + sample));
        var yaml = await File.ReadAllTextAsync(folder.Inside("convoeval.yaml"));
        folder.Write("convoeval.yaml", yaml.Replace("../../eval-reports", "eval-reports", StringComparison.Ordinal));
        var result = await ConvoEvalProgram.RunAsync(folder.Path, "run", "--quiet");
        Assert.True(result.ExitCode == 0, result.ToString());
        var token = TestContext.Current.CancellationToken;
        await using var store = await SqliteStore.OpenAsync(
            folder.Inside(".convoeval", "store.db"),
            new SqliteStoreOptions
            {
                Codec = new ConversationCodec(TranscriptJson.Serialize, bytes => TranscriptJson.Read(bytes.Span)),
                Access = StoreAccess.ReadOnly,
            },
            token);
        var facts = new Dictionary<ConversationKey, ConversationFacts>();
        await foreach (var one in store.ReadFactsAsync((await store.ListAsync(token)).Single().RunId, token))
            facts.Add(one.Key, one);
        return facts;
    }
}
