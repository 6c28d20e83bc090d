using System;
using System.Collections.Generic;
using System.Text;
using ConvoEval.Reporting.Wording;

namespace ConvoEval.Reporting.Html;

/// <summary>
/// Writes HTML in which text can only be text: there is no way to add markup but by element, and every text and attribute is made
/// visible (<see cref="VisibleText"/>) and encoded. Elements are closed in the order in which they were opened.
/// </summary>
internal sealed class HtmlBuilder
{
    /// <summary>Elements that begin on a line of their own, for people who read the source or a difference between two reports.</summary>
    private static readonly HashSet<string> OwnLine = new(StringComparer.Ordinal)
    {
        "head", "meta", "title", "style", "script", "body", "header", "nav", "main", "footer", "section", "div", "h1", "h2", "h3", "h4",
        "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "details", "article",
        "aside", "svg", "blockquote", "form",
    };

    private readonly StringBuilder _out = new("<!DOCTYPE html>");
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element. An attribute with a null value is left out; one with an empty value is written bare.</summary>
    public HtmlBuilder Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        _open.Push(name);
        return this;
    }

    /// <summary>Closes the element opened last, which must be the named one.</summary>
    /// <exception cref="InvalidOperationException">Another element was opened last.</exception>
    public HtmlBuilder Close(string name)
    {
        var opened = _open.Count == 0 ? "none" : _open.Pop();
        if (opened != name)
            throw new InvalidOperationException($"Expected to close {opened}, found {name}.");
        _out.Append("</").Append(name).Append('>');
        return this;
    }

    /// <summary>An element without content, such as meta.</summary>
    public HtmlBuilder Void(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        return this;
    }

    /// <summary>An element that holds only text.</summary>
    public HtmlBuilder Element(string name, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        _open.Push(name);
        return Text(text).Close(name);
    }

    /// <summary>Text.</summary>
    public HtmlBuilder Text(string? text)
    {
        foreach (var letter in VisibleText.Of(text))
        {
            _ = letter switch
            {
                '&' => _out.Append("&amp;"),
                '<' => _out.Append("&lt;"),
                '>' => _out.Append("&gt;"),
                '"' => _out.Append("&quot;"),
                '\'' => _out.Append("&#39;"),
                _ => _out.Append(letter),
            };
        }

        return this;
    }

    /// <summary>The product's own style sheet or script. Never text from outside.</summary>
    public HtmlBuilder Resource(string name, PageResource resource)
    {
        Start(name, []);
        _out.Append(resource.Text).Append("</").Append(name).Append('>');
        return this;
    }

    /// <summary>The finished page.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public string Finish()
    {
        if (_open.TryPeek(out var open))
            throw new InvalidOperationException($"Expected every element closed, found {open} open.");
        return _out.Append('\n').ToString();
    }

    private void Start(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (OwnLine.Contains(name))
            _out.Append('\n');
        _out.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is null)
                continue;
            _out.Append(' ').Append(attribute);
            if (value.Length == 0)
                continue;
            _out.Append("=\"");
            Text(value);
            _out.Append('"');
        }

        _out.Append('>');
    }
}
