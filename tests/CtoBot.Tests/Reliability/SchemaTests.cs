using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.State;
using CtoBot.Storage;
using CtoBot.Tests.Door;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace CtoBot.Tests.Reliability;

/// <summary>State documents of another version of the program, on both stores.</summary>
public sealed class SchemaTests(AzuriteServer azurite) : DoorTest
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Tables)]
    public async Task An_older_document_is_upgraded_when_it_is_read_and_written_back_as_todays(StoreKind kind)
    {
        var host = await StartOnAsync(kind);
        var person = await SomebodySetUpAsync(host);
        await person.PostAsync(person.Execute(person.Card.Ticks[0]), Cancel);
        var before = (await host.StateOfAsync(person.Person, Cancel))!;
        // The oldest documents did not say their version.
        await RewriteAsync(host, person.Person, document => document.Remove("schema"), row => row.Remove("schema"));

        var answer = await person.SayAsync("today", Cancel);
        Assert.NotNull(Assert.Single(answer.Sent).Card);
        var row = await StateRowAsync(host, person.Person);
        Assert.Equal(PersonState.CurrentSchema, row.Columns["schema"]);
        Assert.Equal(PersonState.CurrentSchema, (int?)JsonNode.Parse((string)row.Columns["json"])!["schema"]);
        var after = (await host.StateOfAsync(person.Person, Cancel))!;
        Assert.Equal(
            CanonicalJson.Of(StateJson.Write(before with { Seen = after.Seen })),
            CanonicalJson.Of(StateJson.Write(after)));
        Assert.NotEmpty(after.Steps);
        Assert.Empty(host.Logs.Errors);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Tables)]
    public async Task A_newer_document_is_refused_politely_and_no_row_is_touched(StoreKind kind)
    {
        var host = await StartOnAsync(kind);
        var person = await SomebodySetUpAsync(host);
        await RewriteAsync(
            host,
            person.Person,
            document =>
            {
                document["schema"] = PersonState.CurrentSchema + 1;
                document["mood"] = Planted.Note;
            },
            row => row.SetItem("schema", PersonState.CurrentSchema + 1));
        var before = await RowsOfAsync(host, person.Person);
        var dump = await StoreDump.OfAsync(host.Store, person.Person, Cancel);

        var runner = new TurnRunner(host.Store, ContentLibrary.BuiltIn, Clock, new SentTurns(), NullLogger<TurnRunner>.Instance);
        await Assert.ThrowsAsync<NewerSchemaException>(() =>
            runner.RunAsync(person.Person, new Input.Said("another", ClientFacts.Unknown, "today"), new Replies(), Cancel));
        foreach (var activity in new[] { person.Words("today"), person.Words("undo"), person.Installation("add"), person.Installation("remove"), person.Execute(person.Card.Ticks[0]) })
        {
            var answer = await person.PostAsync(activity, Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.StartsWith("I am being updated", Assert.Single(answer.Sent).Text, StringComparison.Ordinal);
        }

        Assert.Equal(before.Select(row => (row.Key, row.ETag)), (await RowsOfAsync(host, person.Person)).Select(row => (row.Key, row.ETag)));
        Assert.Equal(dump, await StoreDump.OfAsync(host.Store, person.Person, Cancel));
    }

    private async Task<BotHost> StartOnAsync(StoreKind kind)
    {
        if (kind == StoreKind.Sqlite)
            return await StartAsync(Kept.InAFile);
        await azurite.StartAsync();
        return await StartAsync(Kept.InAFile, TableSettings.Of(AzuriteTables.Options(azurite.Endpoint)));
    }

    private static async Task<Row> StateRowAsync(BotHost host, PersonKey person) =>
        (await host.Store.ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, Cancel))!;

    private static async Task RewriteAsync(
        BotHost host, PersonKey person, Action<JsonObject> change, Func<ImmutableDictionary<string, object>, ImmutableDictionary<string, object>> columns)
    {
        var row = await StateRowAsync(host, person);
        var document = JsonNode.Parse((string)row.Columns["json"])!.AsObject();
        change(document);
        var changed = row with { Columns = columns(row.Columns).SetItem("json", document.ToJsonString()) };
        Assert.True((await host.Store.WriteAsync(StoreTable.CtoBot, person.Partition, [new RowChange.Replace(changed, row.ETag)], Cancel)).Saved);
    }
}
