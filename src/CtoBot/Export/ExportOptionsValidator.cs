using Microsoft.Extensions.Options;

namespace CtoBot.Export;

/// <summary>Checks the settings at start.</summary>
internal sealed class ExportOptionsValidator : IValidateOptions<ExportOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ExportOptions options) =>
        options.PublicUrl is null || (Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var uri) && IsFit(uri))
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Bot:PublicUrl must be an address such as https://ctobot.example.com, without a query: http is for this machine only.");

    /// <summary>A link must not travel in the clear.</summary>
    private static bool IsFit(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;
}
