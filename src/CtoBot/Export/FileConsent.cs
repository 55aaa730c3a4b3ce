using CtoBot.Core.Readout;
using CtoBot.Readout;
using CtoBot.Turns;

namespace CtoBot.Export;

/// <summary>
/// Files that go into a person's OneDrive: what a card asks for comes back as a key, which says which file it is and whose, and is signed as links
/// are. It is good for nobody else, opens no link, and is used once (<see cref="ConsentClaims"/>).
/// </summary>
internal sealed class FileConsent(LinkKey key, ReadoutSource readouts, FileWriters writers, TimeProvider time)
{
    /// <summary>How long a card may wait for its answer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>Stands in no name of a form, in no partition and in no key of a function.</summary>
    private const char Divider = '\n';

    /// <summary>A new key for a person's file.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async ValueTask<string> KeyAsync(PersonKey person, ConsentedFile file, CancellationToken cancellationToken) => ExportToken.Make(
        (await key.GetAsync(cancellationToken)).Span,
        $"{file.Form}{Divider}{ReadoutFiles.SubjectOf(person, file.Function)}",
        ExportForm.FileConsent,
        time.GetUtcNow() + Lifetime);

    /// <summary>Which file a key is for; null for one that is not good, or not this person's.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async ValueTask<ConsentedFile?> ReadAsync(PersonKey person, string text, CancellationToken cancellationToken)
    {
        if (ExportToken.Read((await key.GetAsync(cancellationToken)).Span, text, ExportForm.FileConsent, time.GetUtcNow()) is not { } subject)
            return null;
        var parts = subject.Split(Divider);
        var file = new ConsentedFile(Enum.Parse<ReadoutForm>(parts[0]), parts.ElementAtOrDefault(2));
        // Whose it is says the activity; the key only has to agree.
        return parts[1] == person.Partition ? file : null;
    }

    /// <summary>Makes the file of what is kept now.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async Task<MadeFile> MakeAsync(PersonKey person, ConsentedFile file, CancellationToken cancellationToken)
    {
        using var place = await writers.EnterAsync(cancellationToken);
        return place.IsAcquired
            ? new MadeFile(await ReadoutFiles.ReadAsync(readouts, ReadoutFiles.FormOf(file.Form), ReadoutFiles.SubjectOf(person, file.Function), cancellationToken), IsBusy: false)
            : new MadeFile(null, IsBusy: true);
    }
}

/// <summary>Which file.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Function">The function whose part it is; null for all of it.</param>
internal sealed record ConsentedFile(ReadoutForm Form, string? Function);

/// <summary>What came of making a file.</summary>
/// <param name="File">The file; null if it was not made, or there is none of this person.</param>
/// <param name="IsBusy">Whether too many are made right now.</param>
internal sealed record MadeFile(ReadoutFile? File, bool IsBusy);
