using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CtoBot.Core.Findings;
using CtoBot.Core.Plan;
using CtoBot.Core.Readout;
using CtoBot.Core.State;

namespace CtoBot.Core.Sharing;

/// <summary>
/// What recipients see: the readout as it is handed on, in the language of who shares it, to be read only. No button and no id of the sender's is in
/// it. The preview shows this very card.
/// </summary>
/// <param name="Card">The card.</param>
/// <param name="Quotes">How many quotes they see.</param>
/// <param name="Digest">32 hexadecimal digits of a hash over all that it says and to whom: by it what was previewed is told from what has changed since.</param>
internal sealed record SharedCard(Reply.Brief Card, int Quotes, string Digest)
{
    /// <summary>Makes it; null if there is nothing to share, because nobody has said anything of the function, or nothing is in the chosen sections.</summary>
    public static SharedCard? Of(Scene scene, PersonState state, SharePlan plan)
    {
        if (PersonalPlan.Of(scene.Content.Plan, state) is not { } personal)
            return null;
        var whole = ReadoutReport.Of(new Finding(scene, state, Views.Sharing, null), personal, own: false);
        if ((plan.What.Length > 0 ? ReadoutPart.Of(whole, plan.What) : Chosen(whole, plan.Sections)) is not { } page)
            return null;
        var card = new Reply.Brief(
            page.Title,
            null,
            scene.Texts.Sentences(scene.Texts.Say("share.from", ("name", SenderOf(scene, state))), page.Lead),
            [.. page.Facts.Select(fact => new BriefFact(fact.Label, Wording.Line(fact.Value.Shown, fact.Detail)))],
            [.. page.Sections.SelectMany(Sections)],
            []);
        return new SharedCard(card, card.ShownQuotes, DigestOf(card, plan.To));
    }

    private static string SenderOf(Scene scene, PersonState state) => state.Client.Name.Length > 0 ? state.Client.Name : scene.Texts["readout.cto"];

    private static ReadoutPage? Chosen(ReadoutPage page, ImmutableList<string> sections)
    {
        var chosen = page with
        {
            Facts = sections.Contains(ShareSections.Situation) ? page.Facts : [],
            Sections = [.. page.Sections.Where(section => sections.Contains(section.Id) && ShareSections.IsFilled(section))],
        };
        return chosen.Facts.IsEmpty && chosen.Sections.IsEmpty ? null : chosen;
    }

    /// <summary>A section of the page as one of the card. The verdict is one a question.</summary>
    private static IEnumerable<BriefSection> Sections(ReadoutSection section) => section.Words.IsEmpty
        ? [ReadoutPart.Section(section, open: null)]
        : [new BriefSection(section.Heading, [section.Lead], [], []), .. section.Words];

    private static string DigestOf(Reply.Brief card, IEnumerable<string> to)
    {
        var all = new StringBuilder();
        IEnumerable<string> told =
        [
            card.Title,
            card.Lead!,
            .. card.Facts.SelectMany(fact => new[] { fact.Label, fact.Value }),
            .. card.Sections.SelectMany(section => (IEnumerable<string>)[section.Heading, .. section.Paragraphs, .. section.Points, .. section.Quotes.SelectMany(quote => new[] { quote.Words, quote.Source })]),
            .. to,
        ];
        foreach (var text in told)
            all.Append(CultureInfo.InvariantCulture, $"{text.Length} {text}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())).AsSpan(..16));
    }
}
