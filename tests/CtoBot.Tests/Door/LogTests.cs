using CtoBot.Tests.Support;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace CtoBot.Tests.Door;

public sealed class LogTests : DoorTest
{
    [Theory]
    [InlineData(Kept.InAFile)]
    [InlineData(Kept.InMemory)]
    public async Task Whatever_happens_no_log_of_any_level_holds_what_a_person_said(Kept kept)
    {
        var host = await StartAsync(kept);
        var person = await SomebodySetUpAsync(host);
        foreach (var words in new[] { "today", $"note 1: {Planted.Note}", $"skip 2 because {Planted.Quote}", Planted.Quote, $"edit company", Planted.Company, "settings", "undo", "messages" })
            await person.SayAsync(words, Cancel);
        await person.SayAsync("note 1", Cancel);
        await person.PressAsync("Save", true, Cancel, ("note", Planted.Note));

        Connector.Fail(new ConnectorFault(502), new ConnectorFault(403), new ConnectorFault(500));
        await person.SayAsync(Planted.Quote, Cancel);
        await person.SayAsync(Planted.Quote, Cancel);

        host.Store.BeforeWrite = WatchedStore.Unreachable;
        await person.SayAsync($"note 1: {Planted.Note}", Cancel);
        host.Store.BeforeWrite = _ => throw new ArgumentException(Planted.Note, nameof(kept));
        await person.SayAsync($"note 1: {Planted.Note}", Cancel);
        host.Store.Mend();

        var garbage = person.Words(Planted.Quote).ToString(Formatting.None);
        foreach (var json in new[] { garbage[..^1], garbage.Replace("\"conversation\"", $"\"isGroup\":true,\"conversation\":{{\"isGroup\":\"{Planted.Quote}\"}},\"x\"", StringComparison.Ordinal), $"\"{Planted.Quote}\"" })
            (await person.PostAsync(json, Cancel)).Dispose();
        var group = person.New("message-group-mention");
        group["text"] = Planted.Quote;
        await person.PostAsync(group, Cancel);

        Assert.Contains(host.Logs.Lines, line => line.Level == LogLevel.Error && line.Text.Contains("Turn failed (error.unsaved)", StringComparison.Ordinal));
        Assert.Contains(host.Logs.Lines, line => line.Level == LogLevel.Error && line.Text.Contains("Turn failed (error.broken): ArgumentException", StringComparison.Ordinal));
        Assert.Contains(host.Logs.Lines, line => line.Level == LogLevel.Warning && line.Text.Contains("did not go out", StringComparison.Ordinal));
        Assert.Contains(host.Logs.Lines, line => line.Level == LogLevel.Debug);
        Assert.DoesNotContain(host.Logs.Lines, line => Planted.All.Any(word => line.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains(await RowsOfAsync(host, person.Person), row => row.Columns.ContainsValue(Planted.Note));
    }
}
