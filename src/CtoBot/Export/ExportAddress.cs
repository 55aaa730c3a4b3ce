using System.Collections.Immutable;
using CtoBot.Core;
using CtoBot.Core.Readout;
using CtoBot.Readout;
using CtoBot.Turns;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace CtoBot.Export;

/// <summary>Makes the links to what is kept about a person.</summary>
public sealed class ExportAddress(LinkKey key, IOptions<ExportOptions> options, IServer server, IHostEnvironment environment, TimeProvider time)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>New links for a person, or null if the bot does not know its own address.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async ValueTask<ExportLinks?> LinksAsync(PersonKey person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        return await LinkAsync(ExportForm.Document, person.Partition, cancellationToken) is { } read && await LinkAsync(ExportForm.Json, person.Partition, cancellationToken) is { } json
            ? new(read, json)
            : null;
    }

    /// <summary>A new link for a person to the agreement of a partnership, or null if the bot does not know its own address.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public ValueTask<Uri?> AgreementAsync(PersonKey person, string pairId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        return LinkAsync(ExportForm.Agreement, AgreementFile.SubjectOf(person, pairId), cancellationToken);
    }

    /// <summary>A new link for a person to their readout, or to the part of it that is a function's; or null if there is none: the bot does not know its own address, or people sign in to the page.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async ValueTask<Uri?> ReadoutAsync(PersonKey person, ReadoutForm form, CancellationToken cancellationToken, string? function = null)
    {
        ArgumentNullException.ThrowIfNull(person);
        return form == ReadoutForm.Page && !environment.IsDevelopment() ? null : await LinkAsync(ReadoutFiles.FormOf(form), ReadoutFiles.SubjectOf(person, function), cancellationToken);
    }

    private async ValueTask<Reply.Files> WithLinksAsync(Reply.Files files, PersonKey person, bool saves, CancellationToken cancellationToken)
    {
        var offers = files.Offers;
        for (var index = 0; index < offers.Length; index++)
            offers = offers.SetItem(index, offers[index] with
            {
                Link = await ReadoutAsync(person, offers[index].Form, cancellationToken, files.Function),
                Save = saves ? offers[index].Save : null,
            });
        return files with { Offers = offers };
    }

    private async ValueTask<Reply> WithLinksAsync(Reply.Save save, PersonKey person, bool saves, CancellationToken cancellationToken)
    {
        var files = await WithLinksAsync(save.Otherwise, person, saves, cancellationToken);
        return saves ? save with { Otherwise = files } : files;
    }

    private async ValueTask<Uri?> LinkAsync(ExportForm form, string subject, CancellationToken cancellationToken) => Base() is { } address
        ? new($"{address}{ExportEndpoint.PathOf(form)}?key={ExportToken.Make((await key.GetAsync(cancellationToken)).Span, subject, form, time.GetUtcNow() + Lifetime)}")
        : null;

    /// <summary>The replies with new links for the person in those that offer what is kept, or a document.</summary>
    /// <param name="replies">The replies.</param>
    /// <param name="person">Whose.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="saves">Whether files can be put into the person's OneDrive where they go. If not, that is not offered.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    internal async ValueTask<ImmutableArray<Reply>> WithLinksAsync(ImmutableArray<Reply> replies, PersonKey person, CancellationToken cancellationToken, bool saves = false)
    {
        for (var index = 0; index < replies.Length; index++)
        {
            if (replies[index] is Reply.Export export)
                replies = replies.SetItem(index, export with { Links = await LinksAsync(person, cancellationToken) });
            else if (replies[index] is Reply.Download download)
                replies = replies.SetItem(index, download with { Link = await AgreementAsync(person, download.PairId, cancellationToken) });
            else if (replies[index] is Reply.Files files)
                replies = replies.SetItem(index, await WithLinksAsync(files, person, saves, cancellationToken));
            else if (replies[index] is Reply.Save save)
                replies = replies.SetItem(index, await WithLinksAsync(save, person, saves, cancellationToken));
        }

        return replies;
    }

    /// <summary>The address with a slash at the end, or null.</summary>
    private string? Base()
    {
        if (options.Value.PublicUrl is { } set)
            return set.TrimEnd('/') + "/";
        if (!environment.IsDevelopment() || server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } listening)
            return null;
        var address = BindingAddress.Parse(listening);
        // A wildcard is a place to listen, not a place to call.
        var host = address.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port, "/").Uri.AbsoluteUri;
    }
}
