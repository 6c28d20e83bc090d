using System;
using System.Collections.Generic;

namespace ConvoEval.Domain.Golden;

/// <summary>An approved answer to a question, with what a response must and must not say.</summary>
public sealed record GoldenItem
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Intent the question belongs to.</summary>
    public required string Intent { get; init; }

    /// <summary>The golden question.</summary>
    public required string Question { get; init; }

    /// <summary>Other ways to ask it.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>Approved answers; at least one.</summary>
    public required IReadOnlyList<string> Answers { get; init; }

    /// <summary>Facts that a correct response states.</summary>
    public IReadOnlyList<GoldenStatement> Required { get; init; } = [];

    /// <summary>Statements that a response must not make.</summary>
    public IReadOnlyList<GoldenStatement> Forbidden { get; init; } = [];

    /// <summary>First day on which the answer holds; null = always did.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day on which the answer holds; null = still does.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Whether the answer holds on a day.</summary>
    public bool IsValidOn(DateOnly day) =>
        (ValidFrom is not { } from || day >= from) && (ValidTo is not { } to || day <= to);
}
