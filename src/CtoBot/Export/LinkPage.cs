using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CtoBot.Core.Content;

namespace CtoBot.Export;

/// <summary>
/// What a link shows before it is used: a button. Programs that look at links before people do (scanners of mail and chat, previews, a browser
/// that loads a page again) only ever get; so nothing is handed out, and no link used up, until somebody presses it.
/// </summary>
internal static class LinkPage
{
    /// <summary>The only style that the page may use; its hash stands in the response's policy.</summary>
    public const string Style =
        """
        :root{color-scheme:light dark}
        body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:34rem;padding:15vh 1.5rem 0}
        h1{font-size:1.6rem}button{font:inherit;padding:.5rem 2rem}
        """;

    /// <summary>
    /// All that the page may run: once the button was pressed it rests, and the page says that the file is being made; who comes back to the page
    /// can press it again. What comes of the button is the browser's business, with or without this.
    /// </summary>
    public const string Script =
        """
        const f=document.forms[0],b=f.querySelector('button'),s=document.querySelector('[role=status]');
        f.onsubmit=()=>{b.disabled=true;s.textContent=s.dataset.making};
        onpageshow=()=>{b.disabled=false;s.textContent=''}
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The button that opens it: it sends the page's own address, with the key in it.</summary>
    public static IResult Open(Texts texts) => Page(texts, "link.title", "link.text", StatusCodes.Status200OK,
        $"""
        <form method="post"><button autofocus>{Encoder.Encode(texts["link.open"])}</button></form>
        <p role="status" data-making="{Encoder.Encode(texts["link.making"])}"></p>
        <script>{Script}</script>

        """);

    /// <summary>Says that a link does not work. Why is not told: the words are the same for all.</summary>
    public static IResult Gone(Texts texts) => Page(texts, "link.goneTitle", "link.gone", StatusCodes.Status404NotFound);

    /// <summary>Says that it does not work right now.</summary>
    public static IResult Busy(Texts texts) => Page(texts, "link.busyTitle", "link.busy", StatusCodes.Status503ServiceUnavailable);

    private static IResult Page(Texts texts, string title, string text, int status, string more = "") => Results.Content(
        $"""
        <!doctype html>
        <html lang="{Encoder.Encode(texts.Culture.Name.Length > 0 ? texts.Culture.Name : "en")}" dir="{(texts.Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr")}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{Encoder.Encode(texts[title])}</title><style>{Style}</style></head>
        <body>
        <main><h1>{Encoder.Encode(texts[title])}</h1>
        <p>{Encoder.Encode(texts[text])}</p>
        {more}</main></body>
        </html>

        """,
        "text/html",
        Encoding.UTF8,
        status);
}
