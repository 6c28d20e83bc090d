using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ConvoEval.UnitTests.Reporting.Html;

/// <summary>Reads a page as a strict tree: any element left open or any text that became markup does not parse.</summary>
internal static partial class PageXml
{
    public static XDocument Parse(string page)
    {
        var text = page.Replace("<!DOCTYPE html>", "", System.StringComparison.Ordinal);
        text = StyleOrScript().Replace(text, "<$1/>");
        text = Empty().Replace(text, "<$1$2/>");
        text = BareAttribute().Replace(text, " $1=\"\"$2");
        return XDocument.Parse(text);
    }

    [GeneratedRegex("<(style|script)>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex StyleOrScript();

    [GeneratedRegex("<(meta|input)((?: [^<>]*)?)>")]
    private static partial Regex Empty();

    [GeneratedRegex(" (hidden|open)([ >])")]
    private static partial Regex BareAttribute();
}
