using System;
using System.Collections.Generic;
using System.Diagnostics;

namespace ConvoEval.Domain.Transcripts;

/// <summary>Reads the turns of a conversation and what hangs on them. Every switch follows the order of its table of fields.</summary>
internal static class TranscriptJsonTurn
{
    public static readonly TranscriptJsonFields Fields = new(
        "role", "text", "at", "latencyMs", "nlu", "signals", "tools", "retrieval", "tokens", "costUsd", "index");

    public static readonly TranscriptJsonFields BeliefFields = new("model", "top", "fallback");

    public static readonly TranscriptJsonFields CandidateFields = new("intent", "confidence");

    public static readonly TranscriptJsonFields ToolFields = new("name", "arguments", "result", "ok");

    public static readonly TranscriptJsonFields PassageFields = new("id", "text");

    public static readonly TranscriptJsonFields TokenFields = new("input", "output");

    public static List<Turn> ReadAll(ref TranscriptJsonCursor json)
    {
        var turns = new List<Turn>();
        json.EnterArray();
        while (json.NextItem())
            turns.Add(Read(ref json, turns.Count));
        return turns;
    }

    public static List<ToolCall> ReadTools(ref TranscriptJsonCursor json)
    {
        var tools = new List<ToolCall>();
        json.EnterArray();
        while (json.NextItem())
            tools.Add(ReadTool(ref json));
        return tools;
    }

    private static Turn Read(ref TranscriptJsonCursor json, int index)
    {
        TurnRole? role = null;
        string? text = null;
        DateTimeOffset? at = null;
        TimeSpan? latency = null;
        BotBelief? belief = null;
        var signals = TurnSignals.None;
        IReadOnlyList<ToolCall> tools = [];
        IReadOnlyList<RetrievedPassage> passages = [];
        TokenUsage? tokens = null;
        decimal? cost = null;
        json.EnterObject();
        while (json.NextField(Fields, out var field))
        {
            if (!json.NextValue())
                continue;
            switch (field)
            {
                case 0: role = TranscriptJsonWords.Role(json.Word(TranscriptJsonWords.Roles)); break;
                case 1: text = json.Text(); break;
                case 2: at = json.Time(); break;
                case 3: latency = ReadLatency(ref json); break;
                case 4: belief = ReadBelief(ref json); break;
                case 5: signals = ReadSignals(ref json); break;
                case 6: tools = ReadTools(ref json); break;
                case 7: passages = ReadPassages(ref json); break;
                case 8: tokens = ReadTokens(ref json); break;
                case 9: cost = json.Amount(0); break;
                case 10: ExpectIndex(ref json, index); break;
                default: throw new UnreachableException();
            }
        }

        if (role is null)
            json.FailMissing("role");
        if (text is null && tools.Count == 0)
            json.FailMissing("text");
        return new Turn
        {
            Index = index,
            Role = role.Value,
            Text = text ?? "",
            At = at,
            Latency = latency,
            Belief = belief,
            Signals = signals,
            ToolCalls = tools,
            Passages = passages,
            Tokens = tokens,
            CostUsd = cost,
        };
    }

    private static void ExpectIndex(ref TranscriptJsonCursor json, int index)
    {
        var found = json.Whole(0, int.MaxValue);
        if (found != index)
            json.Fail("wrong_index", FormattableString.Invariant($"expected {index}, the position of the turn, found {found}"));
    }

    private static TimeSpan ReadLatency(ref TranscriptJsonCursor json)
    {
        const decimal Longest = long.MaxValue / (decimal)TimeSpan.TicksPerMillisecond;
        var milliseconds = json.Amount(0);
        if (milliseconds >= Longest)
            json.Fail("out_of_range", "expected milliseconds of a latency, found more than 29,000 years");
        return new TimeSpan((long)Math.Round(milliseconds * TimeSpan.TicksPerMillisecond, MidpointRounding.ToEven));
    }

    private static BotBelief ReadBelief(ref TranscriptJsonCursor json)
    {
        string? model = null;
        bool? isFallback = null;
        var top = new List<IntentCandidate>();
        json.EnterObject();
        while (json.NextField(BeliefFields, out var field))
        {
            if (!json.NextValue())
                continue;
            switch (field)
            {
                case 0:
                    model = json.Text();
                    break;
                case 1:
                    json.EnterArray();
                    while (json.NextItem())
                        top.Add(ReadCandidate(ref json));
                    break;
                case 2:
                    isFallback = json.Flag();
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        return new BotBelief { Model = model, Top = top, IsFallback = isFallback };
    }

    private static IntentCandidate ReadCandidate(ref TranscriptJsonCursor json)
    {
        string? intent = null;
        double? confidence = null;
        json.EnterObject();
        while (json.NextField(CandidateFields, out var field))
        {
            if (!json.NextValue())
                continue;
            if (field == 0)
                intent = json.Text();
            else
                confidence = json.Real(0, 1);
        }

        if (intent is null)
            json.FailMissing("intent");
        return new IntentCandidate(intent, confidence);
    }

    private static TurnSignals ReadSignals(ref TranscriptJsonCursor json)
    {
        var signals = TurnSignals.None;
        json.EnterObject();
        while (json.NextField(TranscriptJsonWords.Signals, out var field))
        {
            if (json.NextValue() && json.Flag())
                signals |= (TurnSignals)(1 << field);
        }

        return signals;
    }

    private static ToolCall ReadTool(ref TranscriptJsonCursor json)
    {
        string? name = null, arguments = null, result = null;
        bool? isOk = null;
        json.EnterObject();
        while (json.NextField(ToolFields, out var field))
        {
            if (!json.NextValue())
                continue;
            switch (field)
            {
                case 0: name = json.Text(); break;
                case 1: arguments = json.AnyJson(); break;
                case 2: result = json.IsText ? json.Text() : json.AnyJson(); break;
                case 3: isOk = json.Flag(); break;
                default: throw new UnreachableException();
            }
        }

        if (name is null)
            json.FailMissing("name");
        return new ToolCall { Name = name, ArgumentsJson = arguments, Result = result, IsOk = isOk };
    }

    private static List<RetrievedPassage> ReadPassages(ref TranscriptJsonCursor json)
    {
        var passages = new List<RetrievedPassage>();
        json.EnterArray();
        while (json.NextItem())
            passages.Add(json.IsText ? new RetrievedPassage(null, json.Text()) : ReadPassage(ref json));
        return passages;
    }

    private static RetrievedPassage ReadPassage(ref TranscriptJsonCursor json)
    {
        string? id = null, text = null;
        json.EnterObject();
        while (json.NextField(PassageFields, out var field))
        {
            if (!json.NextValue())
                continue;
            if (field == 0)
                id = json.Text();
            else
                text = json.Text();
        }

        if (text is null)
            json.FailMissing("text");
        return new RetrievedPassage(id, text);
    }

    private static TokenUsage ReadTokens(ref TranscriptJsonCursor json)
    {
        long? input = null, output = null;
        json.EnterObject();
        while (json.NextField(TokenFields, out var field))
        {
            if (!json.NextValue())
                continue;
            if (field == 0)
                input = json.Whole(0, long.MaxValue);
            else
                output = json.Whole(0, long.MaxValue);
        }

        if (input is null)
            json.FailMissing("input");
        if (output is null)
            json.FailMissing("output");
        return new TokenUsage(input.Value, output.Value);
    }
}
