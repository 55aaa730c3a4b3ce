using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.State;
using CtoBot.Export;
using CtoBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace CtoBot.Teams;

/// <summary>
/// Puts files into a person's OneDrive the way Teams has for it: a file consent card asks, its answer names an upload session, and a card of the
/// file takes its place.
/// </summary>
internal sealed partial class FileSaver(
    FileConsent consent, ConsentClaims claims, OneDrive drive, Patience patience, ContentLibrary library, IConfiguration configuration, ILogger<FileSaver> log)
{
    private const int LongestName = 255;
    private const string Key = "key";
    private const string Language = "language";

    /// <summary>Bots have no files in the clouds of governments.</summary>
    private readonly bool isPublicCloud = string.IsNullOrEmpty(configuration["ChannelService"]);

    /// <summary>
    /// Whether a client can be asked: in a private chat in Teams, as a verified request says, and outside the clouds of governments. The Playground
    /// and other local clients have no such cards, and bring no token.
    /// </summary>
    /// <param name="chat">The private chat, or null where there is none.</param>
    public bool Serves(ChatReference? chat) => isPublicCloud && chat is { ChannelId: Channels.Msteams, Trusted: true };

    /// <summary>Makes the file, to know its name and size, and asks. False if it cannot be made right now.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    /// <exception cref="ChannelException">The card did not go out.</exception>
    public async Task<bool> OfferAsync(ITurnContext turnContext, PersonKey person, Reply.Save save, Texts texts, CancellationToken cancellationToken)
    {
        var file = new ConsentedFile(save.Form, save.Function);
        var made = await patience.DuringAsync(turnContext, save.Making, () => consent.MakeAsync(person, file, cancellationToken), cancellationToken);
        if (made.File is null)
            return false;
        var context = new JObject { [Language] = texts.Culture.Name };
        var accept = new JObject(context) { [Key] = await consent.KeyAsync(person, file, cancellationToken) };
        var card = Message(new Attachment { ContentType = FileConsentCard.ContentType, Name = made.File.Name, Content = new FileConsentCard(save.Description, made.File.Bytes.Length, accept, context) });
        card.Summary = save.Description;
        await Outgoing.SendAsync(token => turnContext.SendActivityAsync(card, token), cancellationToken);
        return true;
    }

    /// <summary>
    /// Takes a consent: makes the file anew, uploads it, and shows it in the place of the card. Delivered again, it changes nothing. Whose file it
    /// is says <paramref name="person"/>, who acts by the activity; what the answer says is checked.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store did not answer. Sent again, it is tried again.</exception>
    /// <exception cref="ChannelException">What came of it was not shown.</exception>
    public async Task AcceptAsync(ITurnContext turnContext, PersonKey person, FileConsentCardResponse answer, CancellationToken cancellationToken)
    {
        var context = answer.Context as JObject;
        var (key, texts) = (ActivityReader.Word(context, Key), TextsOf(turnContext, context));
        if (await consent.ReadAsync(person, key, cancellationToken) is not { } file)
        {
            await EndAsync(turnContext, Outgoing.Text(texts["readout.saveExpired"]), cancellationToken);
            return;
        }

        if (answer.UploadInfo is not { } upload || OneDrive.Address(upload.UploadUrl) is not { } session || OneDrive.Address(upload.ContentUrl) is null)
        {
            LogElsewhere(log);
            await EndAsync(turnContext, Outgoing.Text(texts["readout.saveFailed"]), cancellationToken);
            return;
        }

        if (!await claims.TakeAsync(key, cancellationToken))
            return;
        var words = texts.Say("readout.making", ("file", texts["readout.file." + file.Form]));
        var problem = await patience.DuringAsync(turnContext, words, () => SaveAsync(person, file, session, cancellationToken), cancellationToken);
        if (problem is null)
            await claims.FinishAsync(key, cancellationToken);
        else
            await claims.ReleaseAsync(key, cancellationToken);
        await EndAsync(turnContext, problem is null ? Message(Saved(upload)) : Outgoing.Text(texts[problem]), cancellationToken);
    }

    /// <summary>Takes a refusal: the card goes.</summary>
    /// <exception cref="ChannelException">It was not said.</exception>
    public Task DeclineAsync(ITurnContext turnContext, FileConsentCardResponse answer, CancellationToken cancellationToken) =>
        EndAsync(turnContext, Outgoing.Text(TextsOf(turnContext, answer.Context as JObject)["readout.saveDeclined"]), cancellationToken);

    /// <summary>The key of what to say if it did not work, or null.</summary>
    private async Task<string?> SaveAsync(PersonKey person, ConsentedFile file, Uri session, CancellationToken cancellationToken)
    {
        var made = await consent.MakeAsync(person, file, cancellationToken);
        if (made.IsBusy)
            return "readout.saveBusy";
        if (made.File is not { } whole)
            return "readout.saveExpired";
        return await drive.PutAsync(session, whole.Bytes, cancellationToken) ? null : "readout.saveFailed";
    }

    /// <summary>The card has had its answer, and what came of it takes its place.</summary>
    private async Task EndAsync(ITurnContext turnContext, IMessageActivity message, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.ReplyToId is { Length: > 0 } card)
            await patience.TakeBackAsync(turnContext, card, cancellationToken);
        await Outgoing.SendAsync(token => turnContext.SendActivityAsync(message, token), cancellationToken);
    }

    private static Activity Message(Attachment attachment) => (Activity)MessageFactory.Attachment(attachment);

    private static Attachment Saved(FileUploadInfo upload) => new()
    {
        ContentType = FileInfoCard.ContentType,
        ContentUrl = upload.ContentUrl,
        Name = upload.Name is { Length: > 0 and <= LongestName } name ? name : null,
        Content = new FileInfoCard(upload.UniqueId, upload.FileType),
    };

    /// <summary>The language that the card was in; that of the client for a card that does not say.</summary>
    private Texts TextsOf(ITurnContext turnContext, JObject? context) =>
        library.TextsFor(ActivityReader.Word(context, Language) is { Length: > 0 } language ? language : ActivityReader.ClientOf(turnContext.Activity).Locale);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to a file consent card names a place that is none of OneDrive's")]
    private static partial void LogElsewhere(ILogger logger);
}
