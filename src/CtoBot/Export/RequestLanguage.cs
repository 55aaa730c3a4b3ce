using CtoBot.Core.Content;

namespace CtoBot.Export;

/// <summary>The language of somebody of whom nothing is known but their browser.</summary>
internal static class RequestLanguage
{
    /// <summary>What the bot says in the language that the browser likes best.</summary>
    public static Texts TextsFor(this ContentLibrary library, HttpRequest request) =>
        library.TextsFor(request.GetTypedHeaders().AcceptLanguage.OrderByDescending(accepted => accepted.Quality ?? 1).FirstOrDefault()?.Value.Value ?? "");
}
