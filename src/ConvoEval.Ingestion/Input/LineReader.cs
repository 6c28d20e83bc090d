using System;
using System.Threading;
using System.Threading.Tasks;

namespace ConvoEval.Ingestion.Input;

/// <summary>Goes through the lines of a window; blank ones are passed over, too long ones are not held.</summary>
internal sealed class LineReader(ByteWindow window, int maxLength)
{
    private int _passed;

    /// <summary>The line without its end. Valid until the next <see cref="ReadAsync"/>. Empty when too long.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Its number, from 1, blank lines counted.</summary>
    public long Number { get; private set; }

    /// <summary>The line is longer than allowed.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Steps to the next line that is not blank. An unfinished line of a broken stream is not one.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        window.Advance(_passed);
        _passed = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            IsTooLong = false;
            var end = window.Unread.IndexOf((byte)'\n');
            if (end < 0)
                end = await FindEndAsync(cancellationToken);
            if (end < 0)
                return false;
            Number++;
            var length = Math.Min(end, window.Unread.Length);
            _passed = Math.Min(end + 1, window.Unread.Length);
            if (!IsTooLong && length > maxLength)
                IsTooLong = true;
            Line = IsTooLong ? ReadOnlyMemory<byte>.Empty : window.First(length);
            if (IsTooLong || !IsBlank(Line.Span))
                return true;
            window.Advance(_passed);
            _passed = 0;
        }
    }

    /// <summary>Reads on until the line ends; -1 = there is no line any more.</summary>
    private async ValueTask<int> FindEndAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var looked = window.Unread.Length;
            if (looked > maxLength)
            {
                IsTooLong = true;
                window.Advance(looked);
                looked = 0;
            }

            if (!await window.FillAsync(cancellationToken))
                return window.Fault is null && (window.Unread.Length > 0 || IsTooLong) ? window.Unread.Length : -1;
            var end = window.Unread[looked..].IndexOf((byte)'\n');
            if (end >= 0)
                return looked + end;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;
}
