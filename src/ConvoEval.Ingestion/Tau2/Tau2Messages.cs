using System;
using System.Collections.Generic;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Input;

namespace ConvoEval.Ingestion.Tau2;

/// <summary>Reads the messages of a simulation into turns.</summary>
internal sealed class Tau2Messages
{
    private const string TransferMark = "###TRANSFER###";
    private static readonly string[] Marks = ["###STOP###", TransferMark, "###OUT-OF-SCOPE###"];
    private readonly TurnDrafts _turns = new();
    private decimal? _botCost;

    /// <summary>Time of the first message that has one.</summary>
    public DateTimeOffset? First { get; private set; }

    /// <summary>Time of the last message that has one.</summary>
    public DateTimeOffset? Last { get; private set; }

    /// <summary>The user was handed to a human.</summary>
    public bool IsTransferred { get; private set; }

    /// <summary>
    /// What the bot's messages cost; null when none says so, or all say 0, which the benchmark writes for models without a
    /// known price.
    /// </summary>
    public decimal? BotCost => _botCost > 0 ? _botCost : null;

    public static Tau2Messages Read(RecordNode simulation, FileNotes notes)
    {
        var messages = new Tau2Messages();
        if (simulation.Find("messages") is null)
            throw simulation.Missing("messages");
        foreach (var message in simulation.Nodes("messages"))
            messages._botCost = Sum(messages._botCost, message.Text("role") == "assistant" ? message.Positive("cost") : null);
        foreach (var message in simulation.Nodes("messages"))
            messages.Add(message, notes);
        return messages;
    }

    /// <summary>
    /// The turns. A simulation that ended before anybody said anything (the agent failed at once) still happened: it gets one
    /// system turn that says so. Leaving it out would make the agent look better than it was.
    /// </summary>
    public IReadOnlyList<Turn> ToTurns(string? terminationReason, DateTimeOffset? endedAt)
    {
        if (_turns.Count == 0 && terminationReason is { Length: > 0 })
        {
            _turns.Add(new TurnDraft
            {
                Role = TurnRole.System,
                Text = $"Nothing was said before the run ended: {terminationReason}.",
                At = endedAt,
            });
        }

        return _turns.ToTurns();
    }

    private static decimal? Sum(decimal? sum, decimal? more) => more is null ? sum : (sum ?? 0) + more;

    private void Add(RecordNode message, FileNotes notes)
    {
        var at = message.Time("timestamp");
        var latency = at - Last;
        First ??= at;
        Last = at ?? Last;
        switch (message.RequiredText("role"))
        {
            case "assistant":
                AddBot(message, at, latency, notes);
                break;
            case "user":
                AddUser(message, at, notes);
                break;
            case "tool":
                AddResult(message, at, notes);
                break;
            case "system":
                _turns.Add(new TurnDraft { Role = TurnRole.System, Text = message.Text("content") ?? "", At = at });
                break;
            default:
                throw new RecordFault("unknown_value", $"{message.At("role")}: expected one of assistant, user, tool, system, found another word");
        }
    }

    private void AddBot(RecordNode message, DateTimeOffset? at, TimeSpan? latency, FileNotes notes)
    {
        var text = WithoutMarks(message.Text("content") ?? "", out var hasMark);
        var turn = new TurnDraft
        {
            Role = TurnRole.Bot,
            Text = text,
            At = at,
            Latency = latency >= TimeSpan.Zero ? latency : null,
            Tokens = Tokens(message),
            CostUsd = BotCost is null ? null : message.Positive("cost"),
        };
        foreach (var call in message.Nodes("tool_calls"))
        {
            if (call.Text("requestor") is null or "assistant")
                _turns.AddCall(turn, call.Text("id"), new ToolCall { Name = call.RequiredText("name"), ArgumentsJson = call.Json("arguments") });
            else
                notes.Add("user_side_call");
        }

        if (!hasMark || text.Length > 0 || turn.Calls.Count > 0)
            _turns.Add(turn);
    }

    /// <summary>Cost, tokens and tool calls of a user message are those of the simulated user, so they are left out.</summary>
    private void AddUser(RecordNode message, DateTimeOffset? at, FileNotes notes)
    {
        var text = WithoutMarks(message.Text("content") ?? "", out var hasMark);
        var hasCalls = false;
        foreach (var unused in message.Nodes("tool_calls"))
        {
            hasCalls = true;
            notes.Add("user_side_call");
        }

        if (text.Length > 0 || !(hasMark || hasCalls))
            _turns.Add(new TurnDraft { Role = TurnRole.User, Text = text, At = at });
    }

    private void AddResult(RecordNode message, DateTimeOffset? at, FileNotes notes)
    {
        if (message.Text("requestor") is "user")
            return;
        var text = message.Text("content") ?? "";
        bool? isOk = message.Flag("error") is { } isError ? !isError : null;
        if (message.Text("id") is { } id && _turns.TryAddResult(id, text, isOk))
            return;
        notes.Add("unmatched_result");
        _turns.Add(new TurnDraft { Role = TurnRole.Tool, Text = text, At = at });
    }

    private static TokenUsage? Tokens(RecordNode message)
        => message.Node("usage") is { } usage && usage.Whole("prompt_tokens") is { } input && usage.Whole("completion_tokens") is { } output
            ? new TokenUsage(input, output)
            : null;

    /// <summary>Takes out the marks with which the simulator ends a conversation; nobody said them.</summary>
    private string WithoutMarks(string text, out bool hasMark)
    {
        hasMark = false;
        foreach (var mark in Marks)
        {
            if (!text.Contains(mark, StringComparison.Ordinal))
                continue;
            hasMark = true;
            IsTransferred |= mark == TransferMark;
            text = text.Replace(mark, "", StringComparison.Ordinal);
        }

        return hasMark ? text.Trim() : text;
    }
}
