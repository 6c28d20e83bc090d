using System;

namespace ConvoEval.Inference.Catalog;

/// <summary>
/// A model cannot be used: not there, damaged, or of another kind than asked for. Trying again does not help; the
/// message says what
/// was expected and what was found, and where.
/// </summary>
public sealed class ModelFolderException : Exception
{
    /// <summary>With a message for people.</summary>
    public ModelFolderException(string message)
        : base(message)
    {
    }

    /// <summary>With the error behind it.</summary>
    public ModelFolderException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
