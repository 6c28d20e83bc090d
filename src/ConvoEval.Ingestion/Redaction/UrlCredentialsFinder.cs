using System;
using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// User name and password in the authority of a URL (<c>ftp://user:secret@host</c>, RFC 3986 §3.2.1), and values of
/// query parameters that carry secrets. Only the secret part is taken, so the host stays readable.
/// </summary>
internal static class UrlCredentialsFinder
{
    private const int MaxUserInfo = 512;
    private const int MaxSecret = 4096;

    private static readonly SearchValues<char> QueryMarks = SearchValues.Create("?&");

    private static readonly FrozenSet<string> SecretParameters = new HashSet<string>
    {
        "password", "passwd", "pwd", "pass", "token", "access_token", "refresh_token", "id_token", "auth_token", "auth",
        "api_key", "apikey", "api-key", "secret", "client_secret", "sig", "signature", "session", "sessionid",
        "session_id",
        "sid", "x-amz-signature", "x-amz-security-token",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SecretLookup =
        SecretParameters.GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Find(PiiScan scan)
    {
        FindUserInfo(scan);
        FindParameters(scan);
    }

    private static void FindUserInfo(PiiScan scan)
    {
        var text = scan.Work;
        for (var i = 0; ;)
        {
            var next = text[i..].IndexOf("://", StringComparison.Ordinal);
            if (next < 0)
            {
                return;
            }

            var start = i + next + 3;
            var at = -1;
            var colon = -1;
            var end = start;
            for (; end < text.Length && end - start < MaxUserInfo && !EndsAuthority(text[end]); end++)
            {
                if (text[end] == '@')
                {
                    at = end;
                }
                else if (text[end] == ':' && colon < 0)
                {
                    colon = end;
                }
            }

            if (at > 0 && colon > start && colon < at - 1)
            {
                scan.Claim(start, at, PiiEntity.UrlCredentials);
            }

            i = Math.Max(end, start);
        }
    }

    private static void FindParameters(PiiScan scan)
    {
        var text = scan.Work;
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOfAny(QueryMarks);
            if (next < 0)
            {
                return;
            }

            var nameStart = i + next + 1;
            var nameEnd = nameStart;
            while (nameEnd < text.Length && nameEnd - nameStart < 24 &&
                   (Characters.IsLatinOrDigit(text[nameEnd]) || text[nameEnd] is '_' or '-'))
            {
                nameEnd++;
            }

            i = nameStart;
            if (nameEnd >= text.Length || text[nameEnd] != '=' || !SecretLookup.Contains(text[nameStart..nameEnd]))
            {
                continue;
            }

            var end = nameEnd + 1;
            while (end < text.Length && end - nameEnd < MaxSecret && text[end] is not ('&' or '#') &&
                !EndsUrl(text[end]))
            {
                end++;
            }

            // A question mark in a sentence is followed by no "token=value" of useful length.
            if (end - nameEnd - 1 >= 4)
            {
                scan.Claim(nameEnd + 1, end, PiiEntity.UrlCredentials);
            }

            i = end;
        }
    }

    private static bool EndsAuthority(char c) => c is '/' or '?' or '#' || EndsUrl(c);

    private static bool EndsUrl(char c) =>
        c is <= ' ' or '"' or '<' or '>' or '`' or '|' or '\\' or '^' or '{' or '}' or ')' or Characters.Barrier;
}
