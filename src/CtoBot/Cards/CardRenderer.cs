using System.Globalization;
using System.Text;
using AdaptiveCards;
using CtoBot.Core;
using CtoBot.Core.Content;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CtoBot.Cards;

/// <summary>Replies as Adaptive Cards of schema 1.5.</summary>
public static class CardRenderer
{
    /// <summary>
    /// The most bytes of a card, as UTF-16. Teams takes about 100 KB of message and card; the rest is left to the activity around it.
    /// </summary>
    public const int MostBytes = 78_000;

    /// <summary>Leaves out what the protocol leaves out.</summary>
    private static readonly JsonSerializer Serializer = JsonSerializer.CreateDefault(new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore });

    /// <summary>Used again by the next card on the same thread: cards are the largest thing that a turn makes.</summary>
    [ThreadStatic]
    private static StringBuilder? buffer;

    private const string SchemaVersion = "1.5";
    private const int SummaryLength = 200;

    /// <summary>
    /// The card, or null for <see cref="Reply.Say"/>, which is sent as text. What is too long for a message is shortened in what
    /// is shown, never in an input: only inputs can make a card larger than <see cref="MostBytes"/>.
    /// </summary>
    /// <param name="reply">What to show.</param>
    /// <param name="texts">The person's language.</param>
    public static AdaptiveCard? Render(Reply reply, Texts texts) => Fit(reply, texts)?.Card;

    /// <summary>The same as JSON: it was written to know its length, and need not be written again to be sent.</summary>
    /// <inheritdoc cref="Render"/>
    public static JRaw? Write(Reply reply, Texts texts) => Fit(reply, texts) is var (_, json) ? new JRaw(json) : null;

    /// <summary>What a notification shows: the title, or the beginning of what is said. Nothing that a person has noted.</summary>
    public static string Summary(Reply reply) => Directions.Without(PlainText.OneLine(Title(reply), SummaryLength));

    private static (AdaptiveCard Card, string Json)? Fit(Reply reply, Texts texts)
    {
        (AdaptiveCard Card, string Json)? fitted = null;
        foreach (var room in Room.Sizes)
        {
            if (Fill(reply, texts, room) is not { } card)
                return null;
            fitted = (card, Json(card));
            if (fitted.Value.Json.Length * sizeof(char) <= MostBytes)
                break;
        }

        return fitted;
    }

    private static AdaptiveCard? Fill(Reply reply, Texts texts, Room room)
    {
        var card = new AdaptiveCard(SchemaVersion)
        {
            FallbackText = Summary(reply),
            Lang = texts.Culture.Name.Length > 0 ? texts.Culture.Name : null,
            Rtl = texts.Culture.TextInfo.IsRightToLeft ? true : null,
        };
        switch (reply)
        {
            case Reply.Note note: NoteCard.Fill(card, note, room); break;
            case Reply.Ask ask: AskCard.Fill(card, ask, texts, room); break;
            case Reply.Summary summary: SummaryCard.Fill(card, summary, texts, room); break;
            case Reply.Checklist list: ChecklistCard.Fill(card, list, texts, room); break;
            case Reply.StepDetail step: StepDetailCard.Fill(card, step, texts, room); break;
            case Reply.Menu menu: MenuCard.Fill(card, menu, texts, room); break;
            case Reply.Message message: MessageCard.Fill(card, message, room); break;
            case Reply.Export export: ExportCard.Fill(card, export, room); break;
            case Reply.Download download: DownloadCard.Fill(card, download, room); break;
            case Reply.Compare compare: CompareCard.Fill(card, compare, texts, room); break;
            case Reply.Sheet sheet: SheetCard.Fill(card, sheet, room); break;
            case Reply.Guide guide: GuideCard.Fill(card, guide, room); break;
            case Reply.Board board: BoardCard.Fill(card, board, texts, room); break;
            case Reply.Matrix matrix: MatrixCard.Fill(card, matrix, texts, room); break;
            case Reply.Brief brief: BriefCard.Fill(card, brief, texts, room); break;
            case Reply.Dashboard dashboard: DashboardCard.Fill(card, dashboard, room); break;
            case Reply.Files files: FilesCard.Fill(card, files, room); break;
            case Reply.Quote quote: QuoteCard.Fill(card, quote, room); break;
            default: return null;
        }

        return card;
    }

    private static string Title(Reply reply) => reply switch
    {
        Reply.Say say => say.Text,
        Reply.Note note => note.Title,
        Reply.Ask ask => ask.Title,
        Reply.Summary summary => summary.Title,
        Reply.Checklist list => list.Title,
        Reply.StepDetail step => step.Title,
        Reply.Menu menu => menu.Title,
        Reply.Message message => message.Title,
        Reply.Export export => export.Title,
        Reply.Download download => download.Title,
        Reply.Compare compare => compare.Title,
        Reply.Sheet sheet => sheet.Title,
        Reply.Guide guide => guide.Title,
        Reply.Board board => board.Title,
        Reply.Matrix matrix => matrix.Title,
        Reply.Brief brief => brief.Title,
        Reply.Dashboard dashboard => dashboard.Title,
        Reply.Files files => files.Title,
        Reply.Quote quote => quote.Title,
        _ => "",
    };

    private static string Json(AdaptiveCard card)
    {
        using var text = new StringWriter((buffer ??= new StringBuilder(MostBytes / sizeof(char))).Clear(), CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        Serializer.Serialize(writer, card);
        return text.ToString();
    }
}
