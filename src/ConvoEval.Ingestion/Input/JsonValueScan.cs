using System;
using System.Buffers;

namespace ConvoEval.Ingestion.Input;

/// <summary>Finds the end of one JSON value, piece by piece, by its quotes and brackets alone.</summary>
internal struct JsonValueScan
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> AfterScalar = SearchValues.Create(",]} \t\r\n"u8);
    private int _depth;
    private bool _isStarted;
    private bool _isInText;
    private bool _isEscaped;

    /// <summary>Looks at more of the value.</summary>
    /// <param name="bytes">Where the last call stopped, or the first byte of the value.</param>
    /// <param name="looked">Bytes that belong to the value.</param>
    /// <returns>True when it ends there.</returns>
    public bool Continue(ReadOnlySpan<byte> bytes, out int looked)
    {
        looked = 0;
        while (looked < bytes.Length)
        {
            if (_isEscaped)
            {
                _isEscaped = false;
                looked++;
                continue;
            }

            var rest = bytes[looked..];
            var at = _isInText ? rest.IndexOfAny((byte)'"', (byte)'\\') : rest.IndexOfAny(Structure);
            if (_depth == 0 && !_isInText && !(at == 0 && !_isStarted))
                return EndsScalar(rest, ref looked);
            _isStarted = true;
            if (at < 0)
            {
                looked = bytes.Length;
                return false;
            }

            looked += at + 1;
            if (Meets(rest[at]))
                return true;
        }

        return false;
    }

    /// <summary>Takes in a quote, backslash or bracket; true when the value ends with it.</summary>
    private bool Meets(byte mark)
    {
        switch (mark)
        {
            case (byte)'\\':
                _isEscaped = true;
                return false;
            case (byte)'"':
                _isInText = !_isInText;
                return !_isInText && _depth == 0;
            case (byte)'{' or (byte)'[':
                _depth++;
                return false;
            default:
                _depth--;
                return _depth <= 0;
        }
    }

    private bool EndsScalar(ReadOnlySpan<byte> rest, ref int looked)
    {
        _isStarted = true;
        var end = rest.IndexOfAny(AfterScalar);
        looked += end < 0 ? rest.Length : end;
        return end >= 0;
    }
}
