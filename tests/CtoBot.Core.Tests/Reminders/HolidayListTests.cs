using System.Collections.Immutable;
using CtoBot.Core.Content;
using CtoBot.Core.Reminders;
using CtoBot.Core.Tests.Conversations;
using NodaTime;

namespace CtoBot.Core.Tests.Reminders;

/// <summary>The public holidays that an operator gives for everybody.</summary>
public sealed class HolidayListTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly ImmutableSortedSet<LocalDate> Days = [new(2026, 11, 24), new(2026, 12, 25)];

    [Fact]
    public void A_list_has_a_date_at_the_beginning_of_each_line()
    {
        const string text = "# Germany\r\n\r\n2026-11-24 Our day\r\n  2026-12-25, Christmas; the first\r\n";
        Assert.Equal(Days, HolidayList.Read("days.txt", text, Today));
    }

    [Fact]
    public void A_calendar_gives_the_days_of_its_events() => Assert.Equal(
        [new(2026, 11, 24), new(2026, 12, 25), new(2026, 12, 26), new(2027, 12, 25), new(2027, 12, 26), new(2028, 12, 25), new(2028, 12, 26)],
        HolidayList.Read("days.ics", Calendar("DTSTART;VALUE=DATE:20261124\nSUMMARY:Our\n  day", "DTSTART;VALUE=DATE:20251225\nDTEND;VALUE=DATE:20251227\nRRULE:FREQ=YEARLY"), Today));

    [Theory]
    [InlineData("2026-11-24\n24.12.2026 Christmas Eve\n2026-02-30", "days: line 2: '24.12.2026 Christmas Eve' does not begin with a date|days: line 3: '2026-02-30' does not begin")]
    [InlineData("# nothing\n", "days: there is no day in it")]
    [InlineData("", "days: there is no day in it")]
    public void What_is_no_list_is_refused_with_every_line_and_the_reason(string text, string problems) =>
        Assert.All(problems.Split('|'), problem => Assert.Contains(problem, Assert.Throws<ContentException>(() => HolidayList.Read("days", text, Today)).Message, StringComparison.Ordinal));

    [Fact]
    public void An_event_that_is_not_understood_is_named_with_its_line()
    {
        var message = Assert.Throws<ContentException>(() => HolidayList.Read("days.ics", Calendar("DTSTART:20261124", "DTSTART:20261124\nRRULE:FREQ=WEEKLY\nSUMMARY:Every\n  week"), Today)).Message;
        Assert.Contains("days.ics: line 11: the event 'Every week' ends here", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_has_a_morning_on_them_and_the_card_of_the_reminders_says_so()
    {
        var chat = new Chat { Library = ContentLibrary.BuiltIn.With(Days) }.SetUp().Say("reminders");
        chat.Sees("Mon 23 Nov, 07:30", "Wed 25 Nov, 07:30", "* Days off | None given; public holidays: 2").SeesNot("Tue 24 Nov");
        chat.Press("Days off").Press("Save", ("days", "2026-11-24\n2026-11-25")).Sees("* Days off | 2 to come; public holidays: 1", "Thu 26 Nov");
        chat.At(11, 23).Say("skip tomorrow").Sees("Nothing comes on Tuesday 24 November anyway.");
        Assert.Equal(new LocalDate(2026, 11, 26), Schedule.Next(chat.State, Instant.FromUtc(2026, 11, 23, 14, 0), Days)?.Day);
        chat.Take(new Input.Tick(chat.NextId(), State.ClientFacts.Unknown, DueKind.Morning, new LocalDate(2026, 11, 24)));
        Assert.Empty(chat.Last.Replies);
    }

    private static string Calendar(params string[] events) =>
        $"BEGIN:VCALENDAR\nVERSION:2.0\n{string.Concat(events.Select(lines => $"BEGIN:VEVENT\n{lines}\nEND:VEVENT\n"))}END:VCALENDAR\n";
}
