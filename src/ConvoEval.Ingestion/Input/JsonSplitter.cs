using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ConvoEval.Ingestion.Input;

/// <summary>
/// Cuts one huge JSON object into the values of its properties, and those that are arrays into their items, without holding
/// more than one of them. It only looks for brackets and quotes, so a broken item does not spoil its neighbours.
/// </summary>
internal sealed class JsonSplitter(ByteWindow window, int maxLength)
{
    private const int End = -1;
    private State _state = State.Start;
    private int _passed;

    private enum State
    {
        Start,
        Object,
        Array,
        Done,
    }

    /// <summary>The property that the value belongs to.</summary>
    public string Property { get; private set; } = "";

    /// <summary>Position in the array of the property, from 0; -1 = the value is the property's own.</summary>
    public int Item { get; private set; } = -1;

    /// <summary>The value as JSON text, not checked. Valid until the next <see cref="ReadAsync"/>. Empty when too long.</summary>
    public ReadOnlyMemory<byte> Value { get; private set; }

    /// <summary>The value is longer than allowed.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Why there is nothing more, when that is not the end of the object; null = it is.</summary>
    public InputFault? Fault { get; private set; }

    /// <summary>Steps to the next value.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Pass(_passed);
        _passed = 0;
        while (_state != State.Done)
        {
            var next = await PeekAsync(cancellationToken);
            switch (_state)
            {
                case State.Start when next == '{':
                    Pass(1);
                    _state = State.Object;
                    break;
                case State.Start when next == End && window.Fault is null:
                    _state = State.Done;
                    Fault = InputFault.EmptyFile;
                    break;
                case State.Object when next == ',':
                case State.Array when next == ',':
                    Pass(1);
                    break;
                case State.Object when next == '}':
                    Pass(1);
                    _state = State.Done;
                    if (await PeekAsync(cancellationToken) != End)
                        Break("nothing after the object", "more text");
                    Fault ??= window.Fault;
                    break;
                case State.Object when next == '"':
                    if (!await ReadNameAsync(cancellationToken))
                        return false;
                    next = await PeekAsync(cancellationToken);
                    Item = -1;
                    if (next == '[')
                    {
                        Pass(1);
                        _state = State.Array;
                        break;
                    }

                    return await ReadValueAsync(cancellationToken);
                case State.Array when next == ']':
                    Pass(1);
                    _state = State.Object;
                    break;
                case State.Array when next is not (End or '}' or ':'):
                    Item++;
                    return await ReadValueAsync(cancellationToken);
                default:
                    Break(Expected(_state), next == End ? "the end of the file" : "something else");
                    break;
            }
        }

        return false;
    }

    private static string Expected(State state) => state switch
    {
        State.Start => "an object",
        State.Object => "a property or the end of the object",
        _ => "an item or the end of the array",
    };

    private void Pass(int count) => window.Advance(count);

    private void Break(string expected, string found)
    {
        _state = State.Done;
        Fault = window.Fault ?? new InputFault("invalid_json", $"expected {expected}, found {found}");
    }

    /// <summary>The next character that is not blank, still unread.</summary>
    private async ValueTask<int> PeekAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var at = window.Unread.IndexOfAnyExcept(" \t\r\n"u8);
            if (at >= 0)
            {
                Pass(at);
                return window.Unread[0];
            }

            Pass(window.Unread.Length);
            if (!await window.FillAsync(cancellationToken))
                return End;
        }
    }

    private async ValueTask<bool> ReadNameAsync(CancellationToken cancellationToken)
    {
        if (!await ReadValueAsync(cancellationToken) || IsTooLong)
        {
            Break("a property name", "one without end");
            return false;
        }

        // Names that matter have no escapes; others only need to differ from those.
        Property = Encoding.UTF8.GetString(Value.Span[1..^1]);
        Pass(_passed);
        _passed = 0;
        if (await PeekAsync(cancellationToken) == ':')
        {
            Pass(1);
            return true;
        }

        Break("a colon after a property name", "something else");
        return false;
    }

    private async ValueTask<bool> ReadValueAsync(CancellationToken cancellationToken)
    {
        var scan = default(JsonValueScan);
        var length = 0;
        IsTooLong = false;
        while (true)
        {
            var isEnd = scan.Continue(window.Unread[length..], out var looked);
            length += looked;
            if (isEnd)
                break;
            if (length > maxLength)
            {
                IsTooLong = true;
                Pass(length);
                length = 0;
            }

            if (!await window.FillAsync(cancellationToken))
            {
                Break("the end of a value", "the end of the file");
                return false;
            }
        }

        IsTooLong |= length > maxLength;
        Value = IsTooLong ? ReadOnlyMemory<byte>.Empty : window.First(length);
        _passed = length;
        return true;
    }
}
