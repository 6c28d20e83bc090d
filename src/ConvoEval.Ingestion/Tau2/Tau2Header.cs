using System;
using System.Collections.Generic;
using System.Text.Json;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Input;

namespace ConvoEval.Ingestion.Tau2;

/// <summary>What a run file says once for all its simulations: the agent, the domain, and what each task expects.</summary>
internal sealed class Tau2Header
{
    private readonly Dictionary<string, TaskExpectation?> _expectations = new(StringComparer.Ordinal);

    /// <summary>Model of the agent; null = not said.</summary>
    public string? Model { get; private set; }

    /// <summary>Implementation of the agent; null = not said.</summary>
    public string? Agent { get; private set; }

    /// <summary>Domain of the tasks; null = not said.</summary>
    public string? Domain { get; private set; }

    /// <summary>The <c>info</c> object was met.</summary>
    public bool HasInfo { get; private set; }

    /// <summary>A task was met.</summary>
    public bool HasTasks => _expectations.Count > 0;

    public TaskExpectation? Expectation(string taskId) => _expectations.GetValueOrDefault(taskId);

    public void AddInfo(RecordNode info)
    {
        HasInfo = true;
        Model = info.Node("agent_info")?.Text("llm");
        Agent = info.Node("agent_info")?.Text("implementation");
        Domain = info.Node("environment_info")?.Text("domain_name");
    }

    public void AddTask(RecordNode task)
        => _expectations[task.TextOrNumber("id") ?? throw task.Missing("id")] = ExpectationOf(task);

    /// <summary>What a task expects of the bot; null when it says nothing. Actions of the user side are not the bot's.</summary>
    public static TaskExpectation? ExpectationOf(RecordNode task)
    {
        if (task.Node("evaluation_criteria") is not { } criteria)
            return null;
        var actions = new List<ToolCall>();
        foreach (var action in criteria.Nodes("actions"))
        {
            if (action.Text("requestor") is null or "assistant")
                actions.Add(new ToolCall { Name = action.RequiredText("name"), ArgumentsJson = action.Json("arguments") });
        }

        var told = new List<string>();
        if (criteria.Find("communicate_info") is { } values)
        {
            var path = criteria.At("communicate_info");
            if (values.ValueKind != JsonValueKind.Array)
                throw RecordNode.WrongType(path, "an array", values);
            foreach (var value in values.EnumerateArray())
                told.Add(RecordNode.TextOf(value, path));
        }

        return new TaskExpectation { Actions = actions, CommunicateInfo = told };
    }
}
