using System.Text;
using CtoBot.Core.Content;
using CtoBot.Readout;
using CtoBot.Turns;

namespace CtoBot.Export;

/// <summary>Answers a link: what it shows if it is good and was not used before, and 404 without a word otherwise.</summary>
internal sealed class ExportReader(IStore store, DueIndex due, LinkKey key, UsedLinks used, ReadoutSource readouts, ContentLibrary library, TimeProvider time)
{
    /// <summary>The answer to a link of this form.</summary>
    public async Task<IResult> ServeAsync(ExportForm form, string token, CancellationToken cancellationToken)
    {
        try
        {
            var signing = await key.GetAsync(cancellationToken);
            if (ExportToken.Read(signing.Span, token, form, time.GetUtcNow()) is not { } subject || await ReadAsync(form, subject, cancellationToken) is not { } shown)
                return Results.NotFound();
            // Last: a link that shows nothing is not used up by that.
            return await used.TakeAsync(token, cancellationToken) ? shown : Results.NotFound();
        }
        catch (StoreUnavailableException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
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
