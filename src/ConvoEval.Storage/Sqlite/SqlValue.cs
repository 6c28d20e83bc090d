namespace ConvoEval.Storage.Sqlite;

/// <summary>A value for a parameter of a statement, without boxing. The default is NULL.</summary>
internal readonly struct SqlValue
{
    private SqlValue(SqlValueKind kind, long integer, double number, object? content)
    {
        Kind = kind;
        Integer = integer;
        Number = number;
        Content = content;
    }

    public SqlValueKind Kind { get; }

    public long Integer { get; }

    public double Number { get; }

    /// <summary>A string or an array of bytes; null for the other kinds.</summary>
    public object? Content { get; }

    public static implicit operator SqlValue(long value) => new(SqlValueKind.Integer, value, 0, null);

    public static implicit operator SqlValue(int value) => (long)value;

    public static implicit operator SqlValue(bool value) => value ? 1L : 0L;

    public static implicit operator SqlValue(double value) => new(SqlValueKind.Number, 0, value, null);

    public static implicit operator SqlValue(string? value) =>
        value is null ? default : new(SqlValueKind.Text, 0, 0, value);

    public static implicit operator SqlValue(byte[] value) => new(SqlValueKind.Bytes, 0, 0, value);

    public static implicit operator SqlValue(long? value) => value is { } known ? known : default(SqlValue);

    public static implicit operator SqlValue(int? value) => value is { } known ? known : default(SqlValue);

    public static implicit operator SqlValue(bool? value) => value is { } known ? known : default(SqlValue);

    public static implicit operator SqlValue(double? value) => value is { } known ? known : default(SqlValue);
}

/// <summary>Kinds of <see cref="SqlValue"/>.</summary>
internal enum SqlValueKind
{
    Null,
    Integer,
    Number,
    Text,
    Bytes,
}
