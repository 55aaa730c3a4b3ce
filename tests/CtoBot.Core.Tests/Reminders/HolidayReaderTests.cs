using System.Collections.Immutable;
using CtoBot.Core.Content;
using CtoBot.Core.Reminders;
using CtoBot.Core.State;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Core.Tests.Reminders;

public sealed class HolidayReaderTests
{
    private static readonly Scene Scene = Scene.For(
        ContentLibrary.BuiltIn, new PersonState(), Instant.FromUtc(2026, 11, 22, 9, 0), new Records(null));

    private static string Read(string text) =>
        HolidayReader.Read(text, Scene) is { Ok: true } read ? string.Join(' ', read.Value.Select(LocalDatePattern.Iso.Format)) : "";

    private static string Problem(string text) => HolidayReader.Read(text, Scene).Problem!.Key;

    [Theory]
    [InlineData("2026-12-25", "2026-12-25")]
    [InlineData("2026-12-25, 2026-12-26", "2026-12-25 2026-12-26")]
    [InlineData("2026-12-25 Christmas Day\r\n1 January 2027: New Year", "2026-12-25 2027-01-01")]
    [InlineData("Christmas Day 25 Dec 2026; Boxing Day – 26 Dec 2026", "2026-12-25 2026-12-26")]
    [InlineData("December 25, 2026", "2026-12-25")]
    [InlineData("25 Dec", "2026-12-25")]
    [InlineData("2026-12-25\n\n2026-12-25", "2026-12-25")]
    [InlineData("None.", "")]
    public void Dates_are_read(string text, string days) => Assert.Equal(days, Read(text));

    [Theory]
    [InlineData("Christmas", "reminder.dayUnclear")]
    [InlineData("2026-12-25\nsome day", "reminder.dayUnclear")]
    [InlineData("31 February 2027", "reminder.dayUnclear")]
    [InlineData(";", "reminder.daysNone")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR", "reminder.daysNone")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Lost\nEND:VEVENT\nEND:VCALENDAR", "reminder.eventUnclear")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:99991231\nEND:VEVENT\nEND:VCALENDAR", "reminder.eventUnclear")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nRRULE:FREQ=WEEKLY\nEND:VEVENT\nEND:VCALENDAR", "reminder.eventUnclear")]
    public void What_cannot_be_read_is_said(string text, string problem) => Assert.Equal(problem, Problem(text));

    [Fact]
    public void A_calendar_file_is_read()
    {
        const string file = """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20261224
            DTEND;VALUE=DATE:20261227
            SUMMARY:Chri
             stmas
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20200501
            RRULE:FREQ=YEARLY
            SUMMARY:Labour Day
            END:VEVENT
            END:VCALENDAR
            """;
        Assert.Equal("2026-05-01 2026-12-24 2026-12-25 2026-12-26 2027-05-01 2028-05-01", Read(file));
    }

    [Fact]
    public void More_than_a_year_of_days_is_too_much() =>
        Assert.Equal("reminder.daysMany", Problem(HolidayReader.Write(Enumerable.Range(0, 367).Select(new LocalDate(2027, 1, 1).PlusDays))));

    [Fact]
    public void What_is_written_can_be_read() =>
        Assert.Equal("2026-12-25 2027-01-01", Read(HolidayReader.Write(ImmutableSortedSet.Create(new LocalDate(2027, 1, 1), new LocalDate(2026, 12, 25)))));
}
