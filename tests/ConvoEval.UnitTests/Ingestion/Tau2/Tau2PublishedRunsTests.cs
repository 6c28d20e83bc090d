using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Reading;
using ConvoEval.Ingestion.Tau2;
using Xunit;

namespace ConvoEval.UnitTests.Ingestion.Tau2;

/// <summary>
/// The published runs of tau2-bench. Expected numbers: reference figures of tau2/SOURCE.md and
/// tau2-retail-versions/SOURCE.md in the data folder, which were counted by other programs.
/// </summary>
public sealed class Tau2PublishedRunsTests
{
    [Theory]
    [InlineData("airline_claude-sonnet-4-5", "claude-sonnet-4-5", 50, 50, 0.72, 0.2889, 116, 23.8)]
    [InlineData("airline_gpt-4.1-finetuned", "ft:gpt-4.1-2025-04-14:sierra:tau2-full-sft:BzrYdMNm", 20, 20, 0.65, null, 35, 27.4)]
    [InlineData("airline_gpt-4.1", "gpt-4.1", 20, 20, 0.5, 0.0392, 23, 25.5)]
    [InlineData("airline_gpt-4o-2024-11-20", "azure/gpt-4o-2024-11-20", 50, 50, 0.46, 0.0841, 25, 21.4)]
    [InlineData("airline_gpt-oss-120b-langchain", "openai/gpt-oss-120b", 50, 50, 0.38, null, 68, 40.8)]
    [InlineData("airline_toolorchestra-gpt-5", "gpt-4.1-mini-2025-04-14", 50, 50, 0.56, null, 60, 26.4)]
    [InlineData("retail_gpt-4.1-finetuned", "ft:gpt-4.1-2025-04-14:sierra:tau2-full-sft:BzrYdMNm", 40, 40, 0.85, null, 39, 29.5)]
    [InlineData("retail_gpt-4.1", "gpt-4.1", 40, 40, 0.85, 0.0472, 24, 27.6)]
    [InlineData("telecom_gpt-4.1_no-user_5tasks_4trials", "gpt-4.1-2025-04-14", 20, 5, 0.8, 0.0471, 11, 20.2)]
    [InlineData("telecom_gpt-4o_20tasks", "gpt-4o", 20, 20, 0.7, 0.1067, 235, 35.8)]
    public async Task A_run_file_has_its_reference_figures(
        string run, string model, int dialogues, int tasks, double reward, double? cost, double seconds, double messages)
    {
        var path = DataFolder.File("tau2", "runs", run + ".json.gz");
        var read = await ReadAsync(path);
        Assert.Equal(dialogues, read.Count);
        Assert.Equal(dialogues, read.Select(conversation => conversation.Key).Distinct().Count());
        Assert.Equal(tasks, read.Select(conversation => conversation.ScenarioId).Distinct().Count());
        Assert.All(read, conversation => Assert.Equal(model, conversation.BotVersion));
        Assert.All(read, conversation => Assert.NotNull(conversation.Expectation));
        Assert.Equal(reward, (double)read.Average(Reward), 0.005);
        AssertCost(cost, read);
        // The reference counts from the start of the program, we count from the first message.
        Assert.Equal(seconds, read.Average(conversation => (conversation.EndedAt - conversation.StartedAt)?.TotalSeconds ?? double.NaN), 1.5);
        AssertMessages(messages, read, RawMessages(path));
    }

    [Theory]
    [InlineData("gemini-3-flash_base", 0.781, 0.0232, 69849, 2.03, 26.1)]
    [InlineData("gpt-4.1-mini_base", 0.579, 0.0136, 69253, 1.08, 32.1)]
    [InlineData("gpt-4.1-mini_mermaid_harness_v1", 0.596, 0.0174, 101854, 1.51, 33.8)]
    [InlineData("gpt-4.1-mini_policy_v1", 0.553, 0.0138, 74896, 1.21, 33.8)]
    [InlineData("gpt-4.1-mini_policy_v2", 0.64, 0.0137, 81328, 1.39, 32.9)]
    [InlineData("gpt-4.1-mini_run_2026-02-21T14", 0.588, 0.0129, 70802, 1.2, 32.8)]
    [InlineData("gpt-5-nano_base", 0.333, 0.0033, 86752, 3.28, 31.6)]
    public async Task A_version_of_the_retail_assistant_has_its_reference_figures(
        string version, double reward, double cost, double tokens, double replySeconds, double messages)
    {
        var path = DataFolder.File("tau2-retail-versions", version + ".jsonl.gz");
        var read = await ReadAsync(path, new Dictionary<string, string> { ["version"] = "file" });
        Assert.Equal(114, read.Count);
        Assert.Equal(114, read.Select(conversation => conversation.ScenarioId).Distinct().Count());
        Assert.All(read, conversation => Assert.Equal(version, conversation.BotVersion));
        Assert.Equal(reward, (double)read.Average(Reward), 0.0005);
        AssertCost(cost, read);
        Assert.Equal(tokens, read.Average(conversation => conversation.Turns.Sum(turn => turn.Tokens is { } used ? used.Input + used.Output : 0L)), 0.5);
        Assert.Equal(replySeconds, Median(read.SelectMany(RepliesToUsers).Select(turn => turn.Latency?.TotalSeconds)), 0.005);
        AssertMessages(messages, read, RawMessages(path));
    }

    [Fact]
    public async Task Endings_of_the_source_are_kept_as_tags()
    {
        var read = await ReadAsync(DataFolder.File("tau2-retail-versions", "gpt-5-nano_base.jsonl.gz"));
        // Endings of SOURCE.md: user_stop 111, max_steps 2, too_many_errors 1.
        Assert.Equal(
            [("max_steps", 2), ("too_many_errors", 1), ("user_stop", 111)],
            read.GroupBy(conversation => conversation.Tags["termination_reason"]).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count())));
    }

    [Fact]
    public async Task With_rewards_dropped_nothing_of_them_remains()
    {
        var path = DataFolder.File("tau2", "runs", "retail_gpt-4.1.json.gz");
        var read = await ReadAsync(path, new Dictionary<string, string> { ["reward"] = "drop" });
        Assert.All(read, conversation => Assert.Empty(conversation.Events));
    }

    private static async Task<List<Conversation>> ReadAsync(string path, IReadOnlyDictionary<string, string>? options = null)
    {
        var read = new List<Conversation>();
        var source = new TranscriptSource { Name = "tau2", Path = path, Options = options ?? new Dictionary<string, string>() };
        await foreach (var item in new Tau2Reader().ReadAsync(source, TestContext.Current.CancellationToken))
        {
            Assert.IsNotType<ReadItem.Rejected>(item);
            if (item is ReadItem.Read { Conversation: var conversation })
                read.Add(conversation);
        }

        return read;
    }

    private static decimal Reward(Conversation conversation)
        => Assert.Single(conversation.Events).Amount ?? throw new InvalidOperationException("The reward has no amount.");

    private static IEnumerable<Turn> RepliesToUsers(Conversation conversation)
        => conversation.Turns.Where(turn => turn.Role == TurnRole.Bot && turn.Index > 0 && conversation.Turns[turn.Index - 1].Role == TurnRole.User);

    /// <summary>Nothing said, nothing spent: four runs of gemini-3-flash_base failed at once.</summary>
    private static decimal CostOf(Conversation conversation)
        => conversation.CostUsd ?? (conversation.Turns.Count == 1 ? 0 : throw new InvalidOperationException("The cost is unknown."));

    private static void AssertCost(double? expected, List<Conversation> read)
    {
        if (expected is { } mean)
            Assert.Equal(mean, (double)read.Average(CostOf), 0.00006);
        else
            Assert.All(read, conversation => Assert.Null(conversation.CostUsd));
    }

    /// <summary>Every message is a turn, the result of a call, or one of those that nobody said to the bot.</summary>
    private static void AssertMessages(double expectedMean, List<Conversation> read, Dictionary<string, List<JsonElement>> raw)
    {
        Assert.Equal(expectedMean, raw.Values.Average(messages => messages.Count), 0.06);
        foreach (var conversation in read)
        {
            var messages = raw[conversation.Key.SourceId];
            var unsaid = messages.Count(IsUnsaid);
            var results = conversation.Turns.Sum(turn => turn.ToolCalls.Count(call => call.Result is not null));
            var notices = conversation.Turns.Count(turn => turn.Role == TurnRole.System);
            Assert.Equal(messages.Count, conversation.Turns.Count - notices + results + unsaid);
        }
    }

    private static bool IsUnsaid(JsonElement message)
    {
        var role = message.GetProperty("role").GetString();
        if (role == "tool")
            return message.GetProperty("requestor").GetString() == "user";
        var text = message.GetProperty("content").GetString() ?? "";
        foreach (var mark in (string[])["###STOP###", "###TRANSFER###", "###OUT-OF-SCOPE###"])
            text = text.Replace(mark, "", StringComparison.Ordinal);
        var hasCalls = message.GetProperty("tool_calls").ValueKind == JsonValueKind.Array;
        return string.IsNullOrWhiteSpace(text) && (role == "user" || !hasCalls);
    }

    private static Dictionary<string, List<JsonElement>> RawMessages(string path)
    {
        using var unpacked = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        if (path.EndsWith(".json.gz", StringComparison.Ordinal))
        {
            return JsonDocument.Parse(unpacked.ReadToEnd()).RootElement.GetProperty("simulations").EnumerateArray()
                .ToDictionary(Id, Messages);
        }

        return unpacked.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(line => Id(line.GetProperty("run_info")), Messages);

        static string Id(JsonElement run)
            => (run.TryGetProperty("simulation_id", out var id) ? id : run.GetProperty("id")).GetString() ?? "";

        static List<JsonElement> Messages(JsonElement simulation) => [.. simulation.GetProperty("messages").EnumerateArray()];
    }

    private static double Median(IEnumerable<double?> values)
    {
        var sorted = values.OfType<double>().Order().ToList();
        return sorted.Count > 0 ? sorted[sorted.Count / 2] : throw new InvalidOperationException("There are no values.");
    }
}
