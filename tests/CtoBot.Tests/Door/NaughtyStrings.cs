namespace CtoBot.Tests.Door;

/// <summary>Texts that programs of all kinds stumble over.</summary>
internal static class NaughtyStrings
{
    public static IReadOnlyList<string> All { get; } =
    [
        // Nothing, or nothing to see.
        " ", "\t\r\n", "\u00a0", "\u200b", "\u200b\u200c\u200d\ufeff", "\u2060", "\u00ad", "\u3164",
        // Words that some program takes for something else.
        "null", "undefined", "NaN", "true", "-1", "1e999", "0x7fffffff", "1/0", "99999999999999999999999999", "2026-02-30", "25:61",
        // Queries, scripts, shells, paths.
        "'; DROP TABLE rows; --", "' OR '1'='1", "\" OR \"\"=\"", "1); DELETE FROM rows WHERE (1=1",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<at>CtoBot</at>", "<at>everyone</at>", "&lt;b&gt; &amp;amp;",
        "<!ENTITY x SYSTEM \"file:///etc/passwd\">", "../../../../etc/passwd", "..\\..\\windows\\win.ini", "C:\\con\\aux", "$(reboot)", "`id`", "| cat /etc/shadow",
        "file:///etc/passwd", "javascript:alert(1)", "%00", "%s%s%s%n", "%2e%2e%2f",
        // Templates and formats.
        "{0} {1} {99}", "{", "}", "{{7*7}}", "${7*7}", "#{7*7}", "${jndi:ldap://127.0.0.1/a}", "${data.secret}", "{question}", "$name", "$0 \\1",
        // Markdown.
        "**bold** _it_ `code` [link](https://example.com)", "# heading", "- item\n1. item", "![x](https://example.com/x.png)", "> quote\n---", "\\*\\_", "|a|b|\n|-|-|",
        // Scripts, directions, marks, pictures.
        "مرحبا بالعالم", "\u202egnp.exe\u202c", "\u2066\u2067\u2068", "Z̴͍̈́a̷̦͐l̶͎̈g̸̙̓ó̵̘", "田中さんにあげて下さい", "Ünïçödé ﬁ ß İ ı", "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪", "ｆｕｌｌｗｉｄｔｈ", "\U0001F600\U0010FFFF", "\ufffe\uffff",
        // Controls, and halves of characters.
        "\0", "a\0b", "\u0001\u0002\u001b[31mred", "\b\f\v\u007f\u0085", "\u2028\u2029", "\ud800", "\udc00x", "a\ud83d", "\ud83d\ud83d\ude00",
        // Keys of the store and of cards.
        "a|b|c", "answer|setup||company", "q.company", "__proto__", "$type", "$ref", "@odata.type", "state",
        // Much of one.
        new('a', 5_000), string.Concat(Enumerable.Repeat("𝒳", 2_000)), new(' ', 20_000), string.Concat(Enumerable.Repeat("1,", 3_000)), new('(', 5_000), string.Concat(Enumerable.Repeat("a\u0301", 3_000)),
    ];
}
