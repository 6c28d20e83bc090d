using System;

namespace ConvoEval.Ingestion.Input;

/// <summary>CRC-32 as gzip uses it (RFC 1952, section 8: reflected polynomial EDB88320, first and last complement).</summary>
internal struct Crc32
{
    private static readonly uint[] Table = MakeTable();
    private uint _register;

    public Crc32() => _register = uint.MaxValue;

    public readonly uint Value => ~_register;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            _register = Table[(byte)(_register ^ value)] ^ (_register >> 8);
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            var entry = i;
            for (var bit = 0; bit < 8; bit++)
                entry = (entry & 1) == 0 ? entry >> 1 : (entry >> 1) ^ 0xEDB88320;
            table[i] = entry;
        }

        return table;
    }
}
