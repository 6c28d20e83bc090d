using System.Text.RegularExpressions;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Rules;

/// <summary>Recognises a user who asks for a person. Good precision; sarcasm and other languages are missed.</summary>
public static partial class EscalationPhrases
{
    /// <summary>Longest text that is looked at; a request for a person stands in short messages.</summary>
    private const int MaximumLength = 4_000;

    /// <summary>Whether the text asks for a human being. Linear in its length; pure.</summary>
    public static bool IsRequest(string text)
    {
        var lower = Words.Normalize(text.Length > MaximumLength ? text[..MaximumLength] : text).ToLowerInvariant();
        return SpeakTo().IsMatch(lower) || HumanBeing().IsMatch(lower) || OneWord().IsMatch(lower) || CustomerService().IsMatch(lower);
    }

    [GeneratedRegex(
        @"\b(speak|talk|chat|connect|transfer)( me)? (to|with) (a |an |the )?(real |live |actual )?(human|person|agent|representative|rep|someone|operator|manager|supervisor)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex SpeakTo();

    [GeneratedRegex(@"\b(human|live|real) (agent|person|support|being)\b", RegexOptions.CultureInvariant)]
    private static partial Regex HumanBeing();

    [GeneratedRegex(@"^\s*(agent|human|representative|operator)[\s!.]*$", RegexOptions.CultureInvariant)]
    private static partial Regex OneWord();

    [GeneratedRegex(@"\bcustomer (service|care)\b.*\b(number|phone|call)\b", RegexOptions.CultureInvariant)]
    private static partial Regex CustomerService();
}
