using System;
using System.Net;
using System.Net.Sockets;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// IP addresses, version 4 (dotted decimal) and 6 (RFC 4291 §2.2). Loopback, unspecified and mask addresses name no one
/// and stay; so do version and section numbers that look alike.
/// </summary>
internal static class IpAddressFinder
{
    private const int MaxV6 = 45;

    public static void Find(PiiScan scan)
    {
        FindV6(scan);
        FindV4(scan);
    }

    private static void FindV4(PiiScan scan)
    {
        var text = scan.Work;
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOfAny(Characters.Digits);
            if (next < 0)
            {
                return;
            }

            var start = i + next;
            i = start;
            while (i < text.Length && Characters.IsDigit(text[i]))
            {
                i++;
            }

            var isAtStart = start == 0 || !(Characters.IsWord(text[start - 1]) ||
                (text[start - 1] is '.' or '-' && start > 1 && Characters.IsWord(text[start - 2])));
            if (isAtStart && TryV4(text, start, out var end, out var isSmall) &&
                !IsVersion(scan.Context, start, isSmall))
            {
                scan.Claim(start, end, PiiEntity.Ip);
                i = end;
            }
        }
    }

    // Small: every part is below 20, as in most versions and few addresses.
    private static bool TryV4(ReadOnlySpan<char> text, int start, out int end, out bool isSmall)
    {
        end = start;
        isSmall = true;
        var value = 0u;
        for (var part = 0; part < 4; part++)
        {
            if (part > 0 && (end >= text.Length || text[end++] != '.'))
            {
                return false;
            }

            var partStart = end;
            var octet = 0u;
            while (end < text.Length && end - partStart < 3 && Characters.IsDigit(text[end]))
            {
                octet = (octet * 10) + (uint)(text[end++] - '0');
            }

            if (end == partStart || octet > 255 || (text[partStart] == '0' && end - partStart > 1))
            {
                return false;
            }

            isSmall &= octet < 20;
            value = (value << 8) | octet;
        }

        if (end < text.Length && (Characters.IsWord(text[end]) ||
            (text[end] == '.' && end + 1 < text.Length && Characters.IsWord(text[end + 1]) &&
             Characters.IsDigit(text[end + 1]))))
        {
            return false;
        }

        return value != 0 && value >> 24 != 127 && value >> 24 != 255;
    }

    private static bool IsVersion(ReadOnlySpan<char> context, int start, bool isSmall) =>
        ContextWords.NearestBefore(context, start, 24, ContextKind.Version | ContextKind.Network) switch
        {
            ContextKind.Network => false,
            ContextKind.Version => true,
            _ => isSmall,
        };

    private static void FindV6(PiiScan scan)
    {
        var text = scan.Work;
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOf(':');
            if (next < 0)
            {
                return;
            }

            var colon = i + next;
            var start = colon;
            while (start > 0 && colon - start < 4 && char.IsAsciiHexDigit(text[start - 1]))
            {
                start--;
            }

            var end = colon;
            while (end < text.Length && end - start <= MaxV6 && 
                   (char.IsAsciiHexDigit(text[end]) || text[end] is ':' or '.'))
            {
                end++;
            }

            i = Math.Max(end, colon + 1);
            while (end > colon + 1 && (text[end - 1] == '.' || (text[end - 1] == ':' && text[end - 2] != ':')))
            {
                end--;
            }

            if ((start == 0 || !Characters.IsWord(text[start - 1])) &&
                (end == text.Length || !Characters.IsWord(text[end])) && IsV6(text[start..end]))
            {
                scan.Claim(start, end, PiiEntity.Ip);
            }
        }
    }

    private static bool IsV6(ReadOnlySpan<char> value)
    {
        if (value.Length is < 6 or > MaxV6 || value.Count(':') < 2)
        {
            return false;
        }

        // Twelve and thirty is written 12::30 by mistake, and a::b is code.
        var groups = 0;
        var hasDigit = false;
        var hasLetter = false;
        var wasHex = false;
        foreach (var c in value)
        {
            var isHex = char.IsAsciiHexDigit(c);
            groups += isHex && !wasHex ? 1 : 0;
            wasHex = isHex;
            hasDigit |= Characters.IsDigit(c);
            hasLetter |= isHex && !Characters.IsDigit(c);
        }

        return (groups > 2 || (hasDigit && hasLetter && groups > 1)) &&
            IPAddress.TryParse(value, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;
    }
}
