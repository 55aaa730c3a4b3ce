using CtoBot.Core.Reading;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Core.Tests.Reading;

public class DateReaderTests
{
    [Theory]
    [InlineData("2026-11-27", "2026-11-27")]
    [InlineData("2026/11/27", "2026-11-27")]
    [InlineData("20261127", "2026-11-27")]
    [InlineData("27.11.2026", "2026-11-27")]
    [InlineData("27.11.26", "2026-11-27")]
    [InlineData("27. 11. 2026", "2026-11-27")]
    [InlineData("27/11/2026", "2026-11-27")]
    [InlineData("11/27/2026", "2026-11-27")]
    [InlineData("4/5/2026", "2026-05-04")]
    [InlineData("27-Nov-2026", "2026-11-27")]
    [InlineData("27.11.", "2026-11-27")]
    [InlineData("27.11", "2026-11-27")]
    [InlineData("27 Nov", "2026-11-27")]
    [InlineData("27. November", "2026-11-27")]
    [InlineData("November 27th", "2026-11-27")]
    [InlineData("Nov 27, 2026", "2026-11-27")]
    [InlineData("the 27th of November 2026, please", "2026-11-27")]
    [InlineData("on the third of december", "2026-12-03")]
    [InlineData("2026 Nov 27", "2026-11-27")]
    [InlineData("Friday, 27 November 2026", "2026-11-27")]
    [InlineData("27 Nov (Fri)", "2026-11-27")]
    [InlineData("1 March", "2027-03-01")]
    [InlineData("17 November", "2027-11-17")]
    [InlineData("29 Feb", "2028-02-29")]
    [InlineData("today", "2026-11-18")]
    [InlineData("Tomorrow!", "2026-11-19")]
    [InlineData("tommorow", "2026-11-19")]
    [InlineData("the day after tomorrow", "2026-11-20")]
    [InlineData("yesterday", "2026-11-17")]
    [InlineData("friday", "2026-11-20")]
    [InlineData("Wednesday", "2026-11-18")]
    [InlineData("wensday", "2026-11-18")]
    [InlineData("on Friday please", "2026-11-20")]
    [InlineData("this friday", "2026-11-20")]
    [InlineData("next Friday", "2026-11-27")]
    [InlineData("next monday", "2026-11-23")]
    [InlineData("last friday", "2026-11-13")]
    [InlineData("last wednesday", "2026-11-11")]
    [InlineData("friday next week", "2026-11-27")]
    [InlineData("next week on Tuesday", "2026-11-24")]
    [InlineData("friday in two weeks", "2026-12-04")]
    [InlineData("in 3 days", "2026-11-21")]
    [InlineData("in two weeks", "2026-12-02")]
    [InlineData("in a couple of weeks", "2026-12-02")]
    [InlineData("in a month", "2026-12-18")]
    [InlineData("3 days ago", "2026-11-15")]
    [InlineData("two weeks from today", "2026-12-02")]
    [InlineData("two weeks from now", "2026-12-02")]
    [InlineData("a week from Monday", "2026-11-30")]
    [InlineData("the 3rd", "2026-12-03")]
    [InlineData("20th", "2026-11-20")]
    [InlineData("the 31st", "2026-12-31")]
    [InlineData("the 3rd of next month", "2026-12-03")]
    [InlineData("２７．１１．２０２６", "2026-11-27")]
    [InlineData("٢٧/١١/٢٠٢٦", "2026-11-27")]
    public void A_date_as_people_type_it_is_read(string text, string expected) =>
        Assert.Equal(expected, LocalDatePattern.Iso.Format(Read(text).Value()));

    [Theory]
    [InlineData("4/5/2026", "2026-04-05")]
    [InlineData("27/11/2026", "2026-11-27")]
    [InlineData("4.5.2026", "2026-05-04")]
    [InlineData("12/1", "2026-12-01")]
    public void The_month_comes_first_where_people_write_so(string text, string expected) =>
        Assert.Equal(expected, LocalDatePattern.Iso.Format(DateReader.Read(text, Language.Words, Language.Today, monthFirst: true).Value()));

    [Theory]
    [InlineData("17 November", "2026-11-17")]
    [InlineData("20 Sep", "2026-09-20")]
    [InlineData("1 Sep", "2027-09-01")]
    [InlineData("the 3rd", "2026-11-03")]
    public void A_date_without_a_year_may_be_a_little_ago_where_the_past_is_allowed(string text, string expected) =>
        Assert.Equal(expected, LocalDatePattern.Iso.Format(DateReader.Read(text, Language.Words, Language.Today, allowPast: true).Value()));

    [Theory]
    [InlineData("31.2.", "date.impossible")]
    [InlineData("31.2.2026", "date.impossible")]
    [InlineData("2026-13-45", "date.impossible")]
    [InlineData("29 Feb 2026", "date.impossible")]
    [InlineData("13/13/2026", "date.impossible")]
    [InlineData("the 45th", "date.impossible")]
    [InlineData("0000-01-01", "date.impossible")]
    [InlineData("Thursday, 27 November 2026", "date.weekday")]
    [InlineData("in 99999 years", "date.far")]
    [InlineData("in -3 days", "date.unclear")]
    [InlineData("5", "date.unclear")]
    [InlineData("7:30", "date.unclear")]
    [InlineData("soon", "date.unclear")]
    [InlineData("next week", "date.unclear")]
    [InlineData("99999999999999", "date.unclear")]
    [InlineData("  ", "empty")]
    public void What_is_no_date_is_a_problem(string text, string fault) => Assert.Equal(fault, Read(text).Fault());

    [Fact]
    public void A_date_outside_the_limits_names_the_limit()
    {
        var limits = new DateLimits(new LocalDate(2026, 11, 1), new LocalDate(2026, 11, 30));
        Assert.Equal(new LocalDate(2026, 11, 1), Read("2026-11-01", limits).Value());
        Assert.Equal("date.early", Read("2026-10-31", limits).Fault());
        Assert.Equal("30 November 2026", Read("1 Dec 2026", limits).Problem!.Arguments["max"]);
    }

    private static Reading<LocalDate> Read(string text, DateLimits? limits = null) =>
        DateReader.Read(text, Language.Words, Language.Today, limits: limits);
}
