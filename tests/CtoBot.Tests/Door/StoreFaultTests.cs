using System.Collections.Immutable;
using System.Net;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Door;

public sealed class StoreFaultTests : DoorTest
{
    private BotHost _host = null!;
    private TeamsClient _person = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await StartAsync();
        _person = Somebody(_host);
        await _person.SayAsync("set up", Cancel);
        await _person.SayAsync("cto", Cancel);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_the_store_away_the_person_is_asked_to_send_again_and_then_it_is_taken_once(bool atTheRead)
    {
        var company = _person.Words(Planted.Company);
        if (atTheRead)
            _host.Store.BeforeRead = WatchedStore.Unreachable;
        else
            _host.Store.BeforeWrite = WatchedStore.Unreachable;
        var refused = await _person.PostAsync(company, Cancel);
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.True(AsksToSendAgain(Assert.Single(refused.Sent)));

        _host.Store.Mend();
        Assert.False(await IsKeptAsync());
        AnswersWithTheNextQuestion(await _person.PostAsync(company, Cancel));
        Assert.True(await IsKeptAsync());
        Assert.Empty((await _person.PostAsync(company, Cancel)).Sent);
    }

    [Fact]
    public async Task A_write_that_happened_although_the_store_failed_is_recognised_and_not_asked_for_again()
    {
        _host.Store.AfterWrite = WatchedStore.Unreachable;
        AnswersWithTheNextQuestion(await _person.SayAsync(Planted.Company, Cancel));
        Assert.True(await IsKeptAsync());
    }

    [Fact]
    public async Task A_write_that_cannot_be_read_back_is_recognised_when_the_activity_comes_again()
    {
        var company = _person.Words(Planted.Company);
        _host.Store.AfterWrite = cancel =>
        {
            _host.Store.BeforeRead = WatchedStore.Unreachable;
            return WatchedStore.Unreachable(cancel);
        };
        var refused = Assert.Single((await _person.PostAsync(company, Cancel)).Sent);
        Assert.True(AsksToSendAgain(refused));
        // It may have been saved, and it was.
        Assert.DoesNotContain("nothing was changed", refused.Text, StringComparison.Ordinal);

        _host.Store.Mend();
        var revision = (await _host.StateOfAsync(_person.Person, Cancel))!.Revision;
        AnswersWithTheNextQuestion(await _person.PostAsync(company, Cancel));
        Assert.Equal(revision, (await _host.StateOfAsync(_person.Person, Cancel))!.Revision);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_hangs_ends_in_time_with_the_request_to_send_again(bool atTheRead)
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task Hang(CancellationToken cancel)
        {
            entered.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancel);
        }

        if (atTheRead)
            _host.Store.BeforeRead = Hang;
        else
            _host.Store.BeforeWrite = Hang;
        var company = _person.Words(Planted.Company);
        var post = _person.PostAsync(company, Cancel);
        await entered.Task.WaitAsync(Cancel);
        Clock.Advance(TimeSpan.FromSeconds(14));
        var refused = await post;
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.True(AsksToSendAgain(Assert.Single(refused.Sent)));

        _host.Store.Mend();
        AnswersWithTheNextQuestion(await _person.PostAsync(company, Cancel));
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_no_error_and_may_come_again()
    {
        var (entered, left) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _host.Store.BeforeWrite = async cancel =>
        {
            entered.SetResult();
            await using var registration = cancel.Register(left.SetResult);
            await Task.Delay(Timeout.Infinite, cancel);
        };
        var company = _person.Words(Planted.Company);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var post = _person.PostAsync(company, patience.Token);
        await entered.Task.WaitAsync(Cancel);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post);
        await left.Task.WaitAsync(Cancel);

        _host.Store.Mend();
        AnswersWithTheNextQuestion(await _person.PostAsync(company, Cancel));
        Assert.Empty(_host.Logs.Errors);
    }

    [Fact]
    public async Task A_button_pressed_with_the_store_away_is_answered_and_works_afterwards()
    {
        var press = _person.Execute(_person.Card.Button("Next"), ("hat", "cto"), ("company", Planted.Company));
        _host.Store.BeforeWrite = WatchedStore.Unreachable;
        var refused = await _person.PostAsync(press, Cancel);
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Null(refused.Card);
        Assert.True(AsksToSendAgain(Assert.Single(refused.Sent)));

        _host.Store.Mend();
        Assert.NotNull((await _person.PostAsync(press, Cancel)).Card);
        Assert.True(await IsKeptAsync());
    }

    [Theory]
    [InlineData("""{"schema":99,"revision":7,"words":"confided-murmeltier"}""", "I am being updated")]
    [InlineData("""{"schema":1,"revision":"confided-murmeltier"}""", "Something went wrong on my side")]
    [InlineData("confided-murmeltier", "Something went wrong on my side")]
    [InlineData("null", "Something went wrong on my side")]
    public async Task A_document_that_cannot_be_read_is_left_as_it_is_and_the_person_is_told(string document, string said)
    {
        var other = Somebody(_host);
        var written = new Row(PersonKey.StateRow, ImmutableDictionary<string, object>.Empty.Add("json", document));
        await _host.Store.WriteAsync(StoreTable.CtoBot, other.Person.Partition, [new RowChange.Add(written)], Cancel);
        var before = Assert.Single(await RowsOfAsync(_host, other.Person));
        foreach (var activity in new[] { other.Words("today"), other.Installation("add"), other.Installation("remove"), other.New("adaptiveCard-action"), other.New("message-submit") })
        {
            var answer = await other.PostAsync(activity, Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.StartsWith(said, Assert.Single(answer.Sent).Text, StringComparison.Ordinal);
        }

        var after = Assert.Single(await RowsOfAsync(_host, other.Person));
        Assert.Equal((before.ETag, document), (after.ETag, after.Columns["json"]));
    }

    private async Task<bool> IsKeptAsync() =>
        (await _host.StateOfAsync(_person.Person, Cancel))!.Drafts.Values.Single().Answers.ContainsKey("company");

    private static void AnswersWithTheNextQuestion(PostAnswer answer) =>
        Assert.Contains("Which time zone", Assert.Single(answer.Sent, call => call.Delivered).Json, StringComparison.Ordinal);
}
