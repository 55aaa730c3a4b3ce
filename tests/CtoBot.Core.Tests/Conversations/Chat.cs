using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Content;
using CtoBot.Core.State;
using CtoBot.Tests.Support;
using NodaTime;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>A scripted chat with one person. After every turn the bot "restarts": its state goes through JSON.</summary>
public sealed class Chat(string locale = "en-GB", string zone = "Europe/Berlin")
{
    private static readonly ContentLibrary BuiltIn = ContentLibrary.BuiltIn;
    private readonly ClientFacts _client = new("Alex Chen", locale, zone);
    private int _inputs;

    /// <summary>Sunday 22 November 2026, 10:00 in Berlin.</summary>
    public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 22, 9, 0);

    /// <summary>What the bot says and asks; can be changed in the middle of a chat, as a deploy does.</summary>
    public ContentLibrary Library { get; set; } = BuiltIn;

    public PersonState State { get; private set; } = new();

    /// <summary>The dialogs that are filed.</summary>
    public RecordShelf Records { get; } = new();

    public Turn Last { get; private set; } = null!;

    /// <summary>The last replies as text.</summary>
    public string Text => Transcript.Of(Last.Replies);

    public Chat Install() => Take(new Input.Installed(NextId(), _client));

    public Chat Remove() => Take(new Input.Removed(NextId(), _client));

    public Chat Say(string words) => Take(new Input.Said(NextId(), _client, words));

    /// <summary>Presses the button, entry or row action with this label on the latest cards, its inputs filled.</summary>
    public Chat Press(string label, params ReadOnlySpan<(string Question, string Value)> fields)
    {
        var action = Actions(Last.Replies).FirstOrDefault(candidate => candidate.Label == label)
            ?? throw new InvalidOperationException($"There is no '{label}' in:\n{Text}");
        return Press(action.Action, fields);
    }

    public Chat Press(CardAction action, params ReadOnlySpan<(string Question, string Value)> fields)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (question, value) in fields)
            values[question] = value;
        return Take(new Input.Submitted(NextId(), _client, action, values.ToImmutable()));
    }

    /// <summary>The action behind a label of the latest cards, to press an outdated card later.</summary>
    public CardAction Action(string label) => Actions(Last.Replies).First(candidate => candidate.Label == label).Action;

    public Chat Take(Input input)
    {
        Last = Records.Step(Library, State, input, Now);
        Records.Keep(Last);
        State = StateJson.Read(StateJson.Write(Last.State));
        Assert.Equal(StateJson.Write(Last.State), StateJson.Write(State));
        return this;
    }

    /// <summary>Changes the state as another part of the program would.</summary>
    public Chat Change(Func<PersonState, PersonState> change)
    {
        State = change(State);
        return this;
    }

    /// <summary>Sees to it that the latest replies hold these words.</summary>
    public Chat Sees(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            Assert.Contains(word, Text, StringComparison.Ordinal);
        return this;
    }

    public Chat SeesNot(string words)
    {
        Assert.DoesNotContain(words, Text, StringComparison.Ordinal);
        return this;
    }

    /// <summary>A CTO who is set up, with day one on Friday 27 November 2026.</summary>
    public Chat SetUp(string start = "2026-11-27") => Install()
        .Press("Set up (2 minutes)")
        .Press("Next", ("hat", "cto"), ("company", "Contoso"))
        .Press("Next", ("zone", "Europe/Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri"))
        .Press("Next", ("start", start))
        .Press("Save", ("salesHead", "Dana Kim"), ("reports", "Ann Lee, Bob Roy"));

    /// <summary>Moves the clock to a time of day in Berlin.</summary>
    public Chat At(int month, int day, int hour = 8)
    {
        Now = new LocalDateTime(2026, month, day, hour, 0).InZoneLeniently(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).ToInstant();
        return this;
    }

    public string NextId() => (++_inputs).ToString(CultureInfo.InvariantCulture);

    public static IEnumerable<Button> Actions(ImmutableArray<Reply> replies) => replies.SelectMany(reply => reply switch
    {
        Reply.Note note => note.Buttons,
        Reply.Ask ask => [ask.Submit, .. ask.More is { } more ? [more] : Array.Empty<Button>(), .. ask.Buttons],
        Reply.Summary summary => [.. summary.Lines.Select(line => line.Edit), .. summary.Buttons],
        Reply.Checklist list => [.. list.Sections.SelectMany(section => section.Steps).SelectMany(step => new[] { step.Toggle, step.Open }), .. list.Agenda.SelectMany(group => group.Entries).Select(entry => new Button(entry.Label, entry.Action)), .. list.Buttons],
        Reply.StepDetail step => step.Buttons,
        Reply.Menu menu => [.. menu.Groups.SelectMany(group => group.Entries).Select(entry => new Button(entry.Label, entry.Action)), .. menu.Buttons],
        Reply.Message message => message.Buttons,
        Reply.Compare compare => compare.Buttons,
        Reply.Sheet sheet => sheet.Buttons,
        Reply.Guide guide => guide.Buttons,
        Reply.Board board => [.. board.Sections.SelectMany(section => section.Rows).SelectMany(RowActions), .. board.Buttons],
        Reply.Matrix matrix => [.. matrix.Rows.SelectMany(row => (IEnumerable<CardAction?>)[row.Open, .. row.Cells.Select(cell => cell.Open)]).OfType<CardAction>().Select(action => new Button("", action)), .. matrix.Buttons],
        Reply.Brief brief => [.. brief.Sections.SelectMany(section => (IEnumerable<Button?>)[.. section.Quotes.Select(quote => quote.Open).OfType<CardAction>().Select(open => new Button("", open)), section.More]).OfType<Button>(), .. brief.Buttons],
        Reply.Dashboard dashboard => [.. dashboard.Figures.Select(figure => new Button(figure.Label, figure.Open)), .. dashboard.Buttons],
        Reply.Files files => [.. files.Offers.Select(offer => offer.Save).OfType<Button>(), .. files.Buttons],
        Reply.Save save => save.Otherwise.Buttons,
        Reply.Quote quote => quote.Buttons,
        _ => Enumerable.Empty<Button>(),
    });

    private static IEnumerable<Button> RowActions(BoardRow row)
    {
        if (row.Toggle is { } toggle)
            yield return toggle;
        if (row.Open is { } open)
            yield return new Button(row.Title, open);
    }
}
