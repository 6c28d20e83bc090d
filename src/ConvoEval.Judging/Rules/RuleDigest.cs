using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Judging.Rules;

/// <summary>The digest of a judge that works by rules: its name, the version of its rules and whatever it was given.</summary>
internal static class RuleDigest
{
    /// <param name="judge">Name of the judge.</param>
    /// <param name="rules">Version of the rules; changed with every change of what they say.</param>
    /// <param name="given">Everything else that could change a verdict, in a fixed order.</param>
    public static JudgeDigest Of(string judge, string rules, IEnumerable<string> given)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, judge);
        Append(hash, rules);
        foreach (var text in given)
            Append(hash, text);
        return new JudgeDigest(judge, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    // The length before each text keeps ("ab", "c") apart from ("a", "bc").
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
