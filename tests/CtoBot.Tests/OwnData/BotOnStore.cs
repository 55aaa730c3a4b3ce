using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.State;
using CtoBot.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace CtoBot.Tests.OwnData;

/// <summary>An instance of the bot without a channel: people speak to it, and it keeps what they say in a store.</summary>
public sealed class BotOnStore(IStore store, TimeProvider time)
{
    private static readonly ContentLibrary Library = ContentLibrary.BuiltIn;
    private readonly TurnRunner turns = new(store, Library, time, new SentTurns(), NullLogger<TurnRunner>.Instance);
    private readonly Channel channel = new();
    private int inputs;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The titles of the last answer.</summary>
    public string Heard => string.Join(" / ", channel.Replies.Select(reply => reply switch
    {
        Reply.Note note => note.Title,
        Reply.Guide guide => guide.Title,
        Reply.Checklist list => list.Title,
        Reply.Export export => export.Title,
        _ => reply.GetType().Name,
    }));

    public async Task<string> SayAsync(PersonKey person, string words, string? id = null)
    {
        await turns.RunAsync(person, new Input.Said(id ?? NextId(), Client(person), words), channel, Cancel);
        return Heard;
    }

    public async Task<string> PressAsync(PersonKey person, CardAction action, params (string Question, string Value)[] fields)
    {
        var values = fields.ToImmutableDictionary(field => field.Question, field => field.Value);
        await turns.RunAsync(person, new Input.Submitted(NextId(), Client(person), action, values), channel, Cancel);
        return Heard;
    }

    /// <summary>Begins to set a CTO up, so that there are answers and no reminder yet.</summary>
    public async Task BeginSetUpAsync(PersonKey person, string words)
    {
        await turns.RunAsync(person, new Input.Installed(NextId(), Client(person)), channel, Cancel);
        await PressAsync(person, CardAction.Of(Verbs.Open, (DataKeys.Flow, "setup")));
        await AnswerAsync(person, ("hat", "cto"), ("company", words + "-company"));
    }

    /// <summary>Sets a CTO up, with words that would be found again anywhere.</summary>
    public async Task SetUpAsync(PersonKey person, string words)
    {
        await BeginSetUpAsync(person, words);
        await AnswerAsync(person, ("zone", "Europe/Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri"));
        await AnswerAsync(person, ("start", "2026-11-27"));
        await AnswerAsync(person, ("salesHead", "Dana Kim"), ("reports", "Ann Lee"));
        await SayAsync(person, $"note 2: {words} in a note");
        await SayAsync(person, "done 1");
    }

    private Task<string> AnswerAsync(PersonKey person, params (string Question, string Value)[] fields) =>
        PressAsync(person, ((Reply.Ask)channel.Replies[0]).Submit.Action, fields);

    private static ClientFacts Client(PersonKey person) => new("Name of " + person.UserId, "en-GB", "Europe/Berlin");

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"activity-{Guid.NewGuid():N}-{++inputs}");

    private sealed class Channel : IChannel
    {
        public ImmutableArray<Reply> Replies { get; private set; } = [];

        public bool AnswersRepeats => true;

        public Task SendAsync(Turn turn, CancellationToken cancellationToken)
        {
            Replies = turn.Replies;
            return Task.CompletedTask;
        }
    }
}
