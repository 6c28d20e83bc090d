using System;
using System.Collections.Generic;
using System.Globalization;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Input;
using ConvoEval.Ingestion.Reading;

namespace ConvoEval.Ingestion.Tau2;

/// <summary>Makes a conversation out of a simulation, in either of the two layouts.</summary>
internal sealed class Tau2Simulation(TranscriptSource source, string? versionOfFile, bool withReward)
{
    /// <summary>An item of <c>simulations</c> in a run file.</summary>
    public Conversation OfRun(RecordNode simulation, Tau2Header header, FileNotes notes)
    {
        var taskId = simulation.TextOrNumber("task_id") ?? throw simulation.Missing("task_id");
        var trial = (int)Math.Min(int.MaxValue, simulation.Whole("trial") ?? 0);
        var messages = Tau2Messages.Read(simulation, notes);
        var end = messages.Last ?? simulation.Time("end_time");
        return Make(simulation, simulation, messages, end, notes) with
        {
            Key = Key(simulation.Text("id"), taskId, trial),
            ScenarioId = taskId,
            Trial = trial,
            BotId = header.Agent,
            BotVersion = source.BotVersion ?? versionOfFile ?? header.Model,
            StartedAt = messages.First ?? simulation.Time("start_time"),
            EndedAt = end,
            Tags = Tags(simulation, header.Domain),
            Expectation = header.Expectation(taskId),
        };
    }

    /// <summary>A line with task, run and messages of its own.</summary>
    public Conversation OfLine(RecordNode line, FileNotes notes)
    {
        var task = line.Node("task");
        var taskId = line.TextOrNumber("task_id") ?? task?.TextOrNumber("id") ?? throw line.Missing("task_id");
        var run = line.RequiredNode("run_info");
        var trial = (int)Math.Min(int.MaxValue, run.Whole("trial") ?? line.Whole("trial") ?? 0);
        var messages = Tau2Messages.Read(line, notes);
        var end = messages.Last ?? run.Time("timestamp");
        return Make(line, run, messages, end, notes) with
        {
            Key = Key(run.Text("simulation_id"), taskId, trial),
            ScenarioId = taskId,
            Trial = trial,
            BotVersion = source.BotVersion ?? versionOfFile,
            StartedAt = messages.First ?? Before(end, run.Positive("duration_sec")),
            EndedAt = end,
            Tags = Tags(run, task?.Node("user_scenario")?.Node("instructions")?.Text("domain")),
            Expectation = task is { } given ? Tau2Header.ExpectationOf(given) : null,
        };
    }

    private Conversation Make(RecordNode outer, RecordNode run, Tau2Messages messages, DateTimeOffset? end, FileNotes notes)
    {
        var turns = messages.ToTurns(run.Text("termination_reason"), end);
        notes.Json.AddSkew(turns);
        return new Conversation
        {
            Key = default,
            EndReason = messages.IsTransferred ? EndReason.Handover : EndReason.Unknown,
            CostUsd = run.Positive("agent_cost") is { } cost and > 0 ? cost : messages.BotCost,
            Events = Reward(outer, end),
            Turns = turns,
        };
    }

    /// <summary>Null when either is unknown or the time would lie before the year 1.</summary>
    private static DateTimeOffset? Before(DateTimeOffset? end, decimal? seconds)
    {
        if (end is not { } time || seconds is not { } duration || duration > time.UtcTicks / TimeSpan.TicksPerSecond)
            return null;
        return time - new TimeSpan((long)(duration * TimeSpan.TicksPerSecond));
    }

    private ConversationKey Key(string? id, string taskId, int trial)
        => new(source.Name, id is { Length: > 0 } ? id : string.Create(CultureInfo.InvariantCulture, $"{taskId}#{trial}"));

    private IReadOnlyList<ConversationEvent> Reward(RecordNode simulation, DateTimeOffset? at)
        => withReward && simulation.Node("reward_info")?.Amount("reward") is { } reward
            ? [new ConversationEvent { Type = "task_reward", At = at, Amount = reward }]
            : [];

    private static Dictionary<string, string> Tags(RecordNode run, string? domain)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        if (domain is { Length: > 0 })
            tags["domain"] = domain;
        if (run.Text("termination_reason") is { Length: > 0 } reason)
            tags["termination_reason"] = reason;
        return tags;
    }
}
