using Azure;

namespace CtoBot.Storage.Tables;

/// <summary>
/// The version of a row as the port's ETag: the service's ETag, a space, and the row's <see cref="WriteHistory"/>,
/// so that who replaces the row can carry the history on without reading it again.
/// </summary>
/// <param name="ETag">The service's ETag.</param>
/// <param name="History">Who wrote the row.</param>
internal readonly record struct RowVersion(ETag ETag, string History)
{
    /// <summary>Instead of an ETag: the row was written, and then changed by another. It matches nothing.</summary>
    public const string Overwritten = "overwritten";

    /// <summary>The version in an ETag that this store gave.</summary>
    /// <returns>False for any other text: no row has that version.</returns>
    public static bool TryParse(string text, out RowVersion version)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        version = space > 0 ? new(new ETag(text[..space]), text[(space + 1)..]) : default;
        return space > 0;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{ETag:H} {History}";
}
