using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace ConvoEval.Reporting.Html;

/// <summary>A style sheet or script that is part of the program and is written into every page.</summary>
internal sealed class PageResource
{
    private PageResource(string text)
    {
        Text = text;
        SecurityHash = "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + "'";
    }

    /// <summary>The style sheet of a report.</summary>
    public static PageResource Style { get; } = Load("report.css");

    /// <summary>The script of a report: theme, filter, opening folded parts. The page is complete without it.</summary>
    public static PageResource Script { get; } = Load("report.js");

    /// <summary>The text, with LF line ends.</summary>
    public string Text { get; }

    /// <summary>The hash by which a content security policy allows exactly this text.</summary>
    public string SecurityHash { get; }

    private static PageResource Load(string name)
    {
        using var stream = typeof(PageResource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Expected the resource {name} in the program, found none.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new PageResource(reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
