using CtoBot.Core.Content;
using CtoBot.Core.Partners;
using CtoBot.Documents;
using CtoBot.Turns;
using NodaTime.Extensions;

namespace CtoBot.Export;

/// <summary>The agreement of two people as a file for one of them.</summary>
internal static class AgreementFile
{
    /// <summary>The media type of a Word document.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Stands in no id of a partnership, so the last one divides.</summary>
    private const char Divider = '\n';

    /// <summary>Whose right to which agreement a token carries.</summary>
    public static string SubjectOf(PersonKey person, string pairId) => $"{person.Partition}{Divider}{pairId}";

    /// <summary>
    /// The document, or null if the person is not, or no more, one of the two. Whether they are is looked up now: a link does not outlive that.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public static async Task<byte[]?> ReadAsync(IStore store, ContentLibrary library, string subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (divider, bar) = (subject.LastIndexOf(Divider), subject.IndexOf('|', StringComparison.Ordinal));
        if (divider < 0 || bar < 0 || bar > divider)
            return null;
        var (partition, key) = (subject[..divider], new PairKey(subject[..bar], subject[(divider + 1)..]));
        var row = await store.ReadAsync(StoreTable.CtoBot, partition, PersonKey.StateRow, cancellationToken);
        var (pair, _) = await new PairStore(store, library).ReadAsync(key, cancellationToken);
        if (row is null || StateRow.IsErasing(row) || pair?.Members.Find(member => !member.IsGone && PersonKey.Part(member.PersonId) == partition[(bar + 1)..]) is not { } reader)
            return null;
        return AgreementPage.Of(library, StateRow.Read(row), reader.PersonId, pair, now.ToInstant()) is { } page ? WordDocument.Write(page.Sheet, page.Texts.Culture) : null;
    }
}
