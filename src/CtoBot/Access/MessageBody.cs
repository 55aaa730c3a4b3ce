using System.IO.Pipelines;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;

namespace CtoBot.Access;

/// <summary>Takes in the body of a posted activity, as strictly as JSON is defined: one reading of it, whoever reads.</summary>
internal static class MessageBody
{
    private const int FirstRoom = 8 * 1024;

    /// <summary>As deep as the reader of activities goes.</summary>
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Whether the request says that its body is JSON in UTF-8. A form of a web page cannot say so.</summary>
    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the body, and puts what was read in its place.</summary>
    /// <returns>The status to refuse it with, and why; null if it is sound.</returns>
    public static async Task<Refusal?> ReadAsync(HttpRequest request, TimeSpan limit, CancellationToken cancellationToken)
    {
        var body = new MemoryStream((int)Math.Min(request.ContentLength ?? FirstRoom, FirstRoom));
        try
        {
            if (!await ArrivedAsync(request.BodyReader, body, limit))
                return new(StatusCodes.Status408RequestTimeout, "its body did not arrive in time");
        }
        catch (BadHttpRequestException refused)
        {
            return new(refused.StatusCode, "its body is too large, too slow or damaged");
        }
        catch (Exception gone) when (gone is IOException || (gone is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // Nobody is there to be told.
            return new(StatusCodes.Status400BadRequest, "its caller hung up");
        }

        request.Body = body;
        body.Position = 0;
        return IsSound(body.GetBuffer().AsMemory(0, (int)body.Length)) ? null : new(StatusCodes.Status400BadRequest, "its body is no sound JSON");
    }

    // The wait is ended and not cancelled: a reader that was cancelled cannot be read to its end by the server, which calls that a fault.
    private static async Task<bool> ArrivedAsync(PipeReader from, MemoryStream body, TimeSpan limit)
    {
        using var late = new CancellationTokenSource(limit);
        await using var ending = late.Token.UnsafeRegister(static reader => ((PipeReader)reader!).CancelPendingRead(), from);
        while (true)
        {
            var read = await from.ReadAsync(CancellationToken.None);
            foreach (var piece in read.Buffer)
                body.Write(piece.Span);
            from.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                return true;
            if (read.IsCanceled || late.IsCancellationRequested)
                return false;
        }
    }

    private static bool IsSound(ReadOnlyMemory<byte> json)
    {
        // The reader takes strings for granted until somebody asks for one.
        if (!Utf8.IsValid(json.Span))
            return false;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (Exception unsound) when (unsound is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}

/// <summary>How a request is refused. The caller sees the status alone.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Reason">Why, for the log: "it …".</param>
internal sealed record Refusal(int Status, string Reason);
