using System.Globalization;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Tests.Reading;

public class TimeReaderTests
{
    [Theory]
    [InlineData("7.30", "07:30")]
    [InlineData("7:30", "07:30")]
    [InlineData("07:30", "07:30")]
    [InlineData("07:30:00", "07:30")]
    [InlineData("0730", "07:30")]
    [InlineData("730", "07:30")]
    [InlineData("7", "07:00")]
    [InlineData("at 7", "07:00")]
    [InlineData("7am", "07:00")]
    [InlineData("7 pm", "19:00")]
    [InlineData("7:30 p.m.", "19:30")]
    [InlineData("7.30PM", "19:30")]
    [InlineData("12am", "00:00")]
    [InlineData("12 pm", "12:00")]
    [InlineData("0:15", "00:15")]
    [InlineData("noon", "12:00")]
    [InlineData("12 noon", "12:00")]
    [InlineData("midnight", "00:00")]
    [InlineData("19h30", "19:30")]
    [InlineData("19h", "19:00")]
    [InlineData("7.30 Uhr", "07:30")]
    [InlineData("7 o'clock", "07:00")]
    [InlineData("seven o’clock in the evening", "19:00")]
    [InlineData("half past seven", "07:30")]
    [InlineData("half past seven pm", "19:30")]
    [InlineData("a quarter to eight", "07:45")]
    [InlineData("ten past 7", "07:10")]
    [InlineData("23:59", "23:59")]
    public void A_time_as_people_type_it_is_read(string text, string expected) =>
        Assert.Equal(expected, TimeReader.Read(text, Language.Words).Value().ToString("HH:mm", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("24:00", "time.impossible")]
    [InlineData("25:10", "time.impossible")]
    [InlineData("7:60", "time.impossible")]
    [InlineData("13 am", "time.impossible")]
    [InlineData("7:5", "time.unclear")]
    [InlineData("9 to 5 or so", "time.unclear")]
    [InlineData("early", "time.unclear")]
    [InlineData("-7", "time.unclear")]
    [InlineData("", "empty")]
    public void What_is_no_time_is_a_problem(string text, string fault) =>
        Assert.Equal(fault, TimeReader.Read(text, Language.Words).Fault());
}
