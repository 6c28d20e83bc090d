using System;

namespace ConvoEval.Storage;

/// <summary>
/// Name of a run. It becomes the name of a report folder, so it holds only ASCII letters, digits, '-', '_' and '.',
/// starts with a letter or digit and has at most 100 characters.
/// </summary>
public readonly record struct RunId
{
    private const int MaxLength = 100;

    /// <summary>Takes a name.</summary>
    /// <exception cref="ArgumentException">The name holds anything that a folder name should not.</exception>
    public RunId(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (!IsValid(value))
        {
            throw new ArgumentException(
                $"A run id has 1 to {MaxLength} ASCII letters, digits, '-', '_', '.', the first a letter or digit.",
                nameof(value));
        }

        Value = value;
    }

    /// <summary>The name.</summary>
    public string Value { get; }

    /// <summary>Whether <paramref name="value"/> may name a run; for text that a person typed.</summary>
    public static bool IsValid(string? value)
    {
        if (string.IsNullOrEmpty(value) || value.Length > MaxLength || !char.IsAsciiLetterOrDigit(value[0]))
        {
            return false;
        }

        foreach (var character in value)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Value;
}
