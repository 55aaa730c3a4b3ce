using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using CtoBot.Core.Readout;
using CtoBot.Export;
using CtoBot.Tests.Door;
using CtoBot.Tests.Partners;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace CtoBot.Tests.Access;

/// <summary>What is refused of every link there is. Made from the forms of the product: one that nobody has said how to get fails here.</summary>
public sealed class LinkRefusalTests : DoorTest
{
    private static readonly HttpClient Web = new(new SocketsHttpHandler { UseProxy = false });

    private static readonly string[] Reasons = ["expired", "used twice", "used twice at once", "changed", "of another form", "of another key", "of another person", "of another tenant", "without a key"];

    private BotHost host = null!;
    private PairBot bot = null!;

    public static TheoryData<ExportForm, string> Refused => new(
        from form in Enum.GetValues<ExportForm>()
        where ExportEndpoint.PathOf(form) is not null
        from reason in Reasons
        select (form, reason));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        host = await StartAsync();
        bot = new PairBot(Clock, host.Store);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_link_is_refused_that_is(ExportForm form, string reason)
    {
        var owner = await OwnerAsync(form);
        var link = await LinkAsync(owner, form);
        // There is something to see, and another link to it works.
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(await LinkAsync(owner, form)));
        switch (reason)
        {
            case "expired":
                Clock.Advance(ExportAddress.Lifetime);
                break;
            case "used twice":
                Assert.Equal(HttpStatusCode.OK, await StatusAsync(link));
                break;
            case "used twice at once":
                Assert.Single(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StatusAsync(link))), HttpStatusCode.OK);
                break;
            case "changed":
                link = new Uri(link.AbsoluteUri[..^2] + (link.AbsoluteUri[^2] == 'A' ? 'B' : 'A') + link.AbsoluteUri[^1]);
                break;
            case "of another form":
                var other = Enum.GetValues<ExportForm>().First(other => other != form);
                link = With(link, Make(await KeyAsync(), link, other));
                break;
            case "of another key":
                link = With(link, Make(RandomNumberGenerator.GetBytes(32), link, form));
                break;
            case "of another person" or "of another tenant":
                var somebody = reason == "of another person" ? bot.Person("eve-id", "Eve Hart") : bot.Person("cto-id", "Tom Berg", "tenant-2");
                await somebody.SetUpAsync("cto");
                // They have something to see as well: what refuses it is the signature. An agreement is of two, and who is none of them has none.
                if (form != ExportForm.Agreement)
                    Assert.Equal(HttpStatusCode.OK, await StatusAsync(await LinkAsync(somebody.Key, form)));
                link = With(link, Moved(link, owner, somebody.Key));
                break;
            default:
                link = new Uri(link.AbsoluteUri.Split('?')[0]);
                break;
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(link));
    }

    private async Task<PersonKey> OwnerAsync(ExportForm form)
    {
        if (form != ExportForm.Agreement)
            return (await bot.Person("cto-id", "Tom Berg").SetUpAsync("cto")).Key;
        (bot, var cmo, var cto) = await PairBot.BegunAsync(Clock, "room", host.Store);
        await AgreementFileTests.AgreeAsync(bot, cmo, cto, "money, and I need wins");
        return cto.Key;
    }

    private async Task<Uri> LinkAsync(PersonKey person, ExportForm form)
    {
        var address = host.Services.GetRequiredService<ExportAddress>();
        return form switch
        {
            ExportForm.Document => (await address.LinksAsync(person, Cancel))!.Read,
            ExportForm.Json => (await address.LinksAsync(person, Cancel))!.Json,
            ExportForm.Agreement => (await address.AgreementAsync(person, (await bot.PairAsync())!.Id, Cancel))!,
            ExportForm.ReadoutWord => (await address.ReadoutAsync(person, ReadoutForm.Word, Cancel))!,
            ExportForm.ReadoutExcel => (await address.ReadoutAsync(person, ReadoutForm.Excel, Cancel))!,
            ExportForm.ReadoutCsv => (await address.ReadoutAsync(person, ReadoutForm.Csv, Cancel))!,
            ExportForm.ReadoutJson => (await address.ReadoutAsync(person, ReadoutForm.Json, Cancel))!,
            ExportForm.Page => (await address.ReadoutAsync(person, ReadoutForm.Page, Cancel))!,
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Nobody has said how to get such a link."),
        };
    }

    private async Task<byte[]> KeyAsync() => (await new LinkKey(host.Store).GetAsync(Cancel)).ToArray();

    /// <summary>A token for what a link shows, in another form or signed by another key.</summary>
    private string Make(byte[] key, Uri link, ExportForm form)
    {
        var token = Base64Url.DecodeFromChars(link.Query.AsSpan("?key=".Length));
        // Form, expiry and nonce come before whose it is, and the signature comes after.
        var subject = Encoding.Unicode.GetString(token[25..^32]);
        return ExportToken.Make(key, subject, form, Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
    }

    /// <summary>The same token with somebody else in it.</summary>
    private static string Moved(Uri link, PersonKey from, PersonKey to)
    {
        var token = Base64Url.DecodeFromChars(link.Query.AsSpan("?key=".Length));
        var (old, moved) = (Encoding.Unicode.GetBytes(from.Partition), Encoding.Unicode.GetBytes(to.Partition));
        Assert.Equal(old.Length, moved.Length);
        moved.CopyTo(token, token.AsSpan().IndexOf(old));
        return Base64Url.EncodeToString(token);
    }

    private static Uri With(Uri link, string token) => new(link.AbsoluteUri.Split('?')[0] + "?key=" + token);

    private static async Task<HttpStatusCode> StatusAsync(Uri link)
    {
        using var answer = await Web.OpenAsync(link, Cancel);
        return answer.StatusCode;
    }
}
