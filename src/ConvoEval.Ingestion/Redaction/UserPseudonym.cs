using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using ConvoEval.Domain.Labels;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// Replaces a user key that is itself an address or a number by a pseudonym that is the same in every conversation, so
/// that repeated contacts stay visible. HMAC-SHA-256, cut to 128 bits.
/// </summary>
internal static class UserPseudonym
{
    private const string Prefix = "user-";
    private const int HexLength = 32;

    /// <summary>Gives the pseudonym of a user key; the key itself when it is none of those.</summary>
    public static string Of(string userKey, PiiDetector detector, byte[] secret)
    {
        if (IsPseudonym(userKey))
        {
            return userKey;
        }

        var entity = EntityOf(userKey, detector.Detect(userKey));
        if (entity is null)
        {
            return userKey;
        }

        var value = entity + ":" + PiiValue.KeyOf(entity, userKey);
        var hash = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(value));
        return Prefix + Convert.ToHexStringLower(hash)[..HexLength];
    }

    private static string? EntityOf(string userKey, IReadOnlyList<PiiSpan> spans)
    {
        if (spans.Count > 0)
        {
            return spans[0].Entity;
        }

        // Messengers use the bare number of the telephone as the key.
        var digits = userKey.AsSpan().Trim().TrimStart('+');
        return digits.Length is >= 10 and <= 15 &&
            digits.IndexOfAnyExceptInRange('0', '9') < 0 ? PiiEntity.Phone : null;
    }

    private static bool IsPseudonym(string userKey) =>
        userKey.Length == Prefix.Length + HexLength && userKey.StartsWith(Prefix, StringComparison.Ordinal) &&
        userKey.AsSpan(Prefix.Length).IndexOfAnyExcept("0123456789abcdef") < 0;
}
