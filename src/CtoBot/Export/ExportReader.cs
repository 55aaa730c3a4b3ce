using System.Text;
using CtoBot.Core.Content;
using CtoBot.Readout;
using CtoBot.Turns;

namespace CtoBot.Export;

/// <summary>
/// Answers a link. To look at it (<c>GET</c>) shows a button and changes nothing; to press that (<c>POST</c>) uses it up and hands out what it
/// leads to. One that is not good, or was used before, is answered with 404 and the same words whatever is wrong with it.
/// </summary>
internal sealed class ExportReader(IStore store, DueIndex due, LinkKey key, UsedLinks used, FileWriters writers, ReadoutSource readouts, ContentLibrary library, TimeProvider time)
{
    /// <summary>The answer to who looks at a link of this form.</summary>
    public async Task<IResult> ShowAsync(ExportForm form, string token, HttpContext context)
    {
        var texts = library.TextsFor(context.Request);
        try
        {
            return await SubjectAsync(form, token, context.RequestAborted) is null ? LinkPage.Gone(texts) : LinkPage.Open(texts);
        }
        catch (StoreUnavailableException)
        {
            return Busy(texts, context);
        }
    }

    /// <summary>The answer to who opens a link of this form.</summary>
    public async Task<IResult> OpenAsync(ExportForm form, string token, HttpContext context)
    {
        var (texts, cancellationToken) = (library.TextsFor(context.Request), context.RequestAborted);
        try
        {
            // First: one that was used costs no document.
            if (await SubjectAsync(form, token, cancellationToken) is not { } subject)
                return LinkPage.Gone(texts);
            using var place = await writers.EnterAsync(cancellationToken);
            if (!place.IsAcquired)
                return Busy(texts, context);
            // Used up last: a link that shows nothing is not used up by that. Of two at once the store lets one do it.
            return await ReadAsync(form, subject, cancellationToken) is { } shown && await used.TakeAsync(token, cancellationToken) ? shown : LinkPage.Gone(texts);
        }
        catch (StoreUnavailableException)
        {
            return Busy(texts, context);
        }
    }

    /// <summary>Whose what a link shows, or null for one that does not work.</summary>
    private async Task<string?> SubjectAsync(ExportForm form, string token, CancellationToken cancellationToken)
    {
        var signing = await key.GetAsync(cancellationToken);
        return ExportToken.Read(signing.Span, token, form, time.GetUtcNow()) is { } subject && !await used.HasAsync(token, cancellationToken) ? subject : null;
    }

    private static IResult Busy(Texts texts, HttpContext context)
    {
        context.Response.Headers.RetryAfter = FileWriters.RetryAfter;
        return LinkPage.Busy(texts);
    }

    private async Task<IResult?> ReadAsync(ExportForm form, string subject, CancellationToken cancellationToken)
    {
        if (form == ExportForm.Agreement)
            return await AgreementFile.ReadAsync(store, library, subject, time.GetUtcNow(), cancellationToken) is { } agreement ? Results.File(agreement, AgreementFile.MediaType, "agreement.docx") : null;
        if (ReadoutFiles.Has(form))
            return await ReadoutFiles.ReadAsync(readouts, form, subject, cancellationToken) is { } file ? Results.File(file.Bytes, file.MediaType, file.Name) : null;
        var data = await KeptData.ReadAsync(store, due, subject, time.GetUtcNow(), cancellationToken);
        return form == ExportForm.Json
            ? Results.File(KeptJson.Write(data), "application/json; charset=utf-8", "ctobot-my-data.json")
            : Results.Content(KeptDocument.Write(data, library.TextsFor(data.Locale)), "text/html", Encoding.UTF8);
    }
}
