using System.Globalization;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Tests.Reading;

public class QuantityReaderTests
{
    [Theory]
    [InlineData("1200", "1200")]
    [InlineData("1,200", "1200")]
    [InlineData("1,200.5", "1200.5")]
    [InlineData("1.200,5", "1200.5")]
    [InlineData("1.200.000", "1200000")]
    [InlineData("1,5", "1.5")]
    [InlineData("0,125", "0.125")]
    [InlineData(".5", "0.5")]
    [InlineData("1.200", "1.200")]
    [InlineData("1 200", "1200")]
    [InlineData("1\u202f200\u00a0000", "1200000")]
    [InlineData("1'200", "1200")]
    [InlineData("12,34,567", "1234567")]
    [InlineData("12k", "12000")]
    [InlineData("1.5 million", "1500000")]
    [InlineData("1.5 milion", "1500000")]
    [InlineData("1.5M", "1500000")]
    [InlineData("2bn", "2000000000")]
    [InlineData("5 hundred thousand", "500000")]
    [InlineData("about 12 people", "12")]
    [InlineData("~40", "40")]
    [InlineData("35%", "35")]
    [InlineData("−5", "-5")]
    [InlineData("four", "4")]
    [InlineData("twenty-five", "25")]
    [InlineData("a hundred", "100")]
    [InlineData("two million", "2000000")]
    public void A_number_as_people_type_it_is_read(string text, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), NumberReader.Read(text, Language.Words).Value());

    [Theory]
    [InlineData("1,200", "1.2")]
    [InlineData("1.200", "1200")]
    [InlineData("1.200,5", "1200.5")]
    [InlineData("1,200.5", "1200.5")]
    [InlineData("1.5", "1.5")]
    public void The_comma_is_decimal_where_people_write_so(string text, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), NumberReader.Read(text, Language.Words, decimalComma: true).Value());

    [Theory]
    [InlineData("many", "number.unclear")]
    [InlineData("1.2.3", "number.unclear")]
    [InlineData("5-10", "number.unclear")]
    [InlineData("12 or 15", "number.unclear")]
    [InlineData("1e5", "number.unclear")]
    [InlineData("a few", "number.unclear")]
    [InlineData("a lot", "number.unclear")]
    [InlineData("not 5", "number.unclear")]
    [InlineData("half a million", "number.unclear")]
    [InlineData("99999999999999999999999999999999999", "number.big")]
    [InlineData("9999999999999999 trillion", "number.big")]
    [InlineData("101", "number.high")]
    [InlineData("-1", "number.low")]
    [InlineData("", "empty")]
    public void What_is_no_number_is_a_problem(string text, string fault) =>
        Assert.Equal(fault, NumberReader.Read(text, Language.Words, min: 0, max: 100).Fault());

    [Theory]
    [InlineData("€1.2m", "1200000 EUR")]
    [InlineData("1.2 m€", "1200000 EUR")]
    [InlineData("120k EUR", "120000 EUR")]
    [InlineData("120kEUR", "120000 EUR")]
    [InlineData("EUR 120,000.50", "120000.5 EUR")]
    [InlineData("$100,000", "100000 USD")]
    [InlineData("US$ 5m", "5000000 USD")]
    [InlineData("-$5k", "-5000 USD")]
    [InlineData("about 100 thousand dollars", "100000 USD")]
    [InlineData("£3bn", "3000000000 GBP")]
    [InlineData("100 000 kr", "100000 NOK")]
    [InlineData("5000", "5000 NOK")]
    [InlineData("5000,-", "5000 NOK")]
    [InlineData("CHF 1'200", "1200 CHF")]
    [InlineData("3 crore rupees", "30000000 INR")]
    public void Money_as_people_type_it_is_read(string text, string expected) =>
        Assert.Equal(expected, MoneyReader.Read(text, Language.Words, "NOK").Value().ToString());

    [Fact]
    public void A_dollar_is_the_persons_own_dollar() =>
        Assert.Equal(new Money(5, "CAD"), MoneyReader.Read("$5", Language.Words, "CAD").Value());

    [Theory]
    [InlineData("120k XYZ", "money.currency")]
    [InlineData("5 EUR USD", "money.unclear")]
    [InlineData("lots", "money.unclear")]
    [InlineData("5%", "money.unclear")]
    [InlineData("12 people", "money.unclear")]
    [InlineData("-1 EUR", "money.low")]
    [InlineData("2k", "money.high")]
    public void What_is_no_money_is_a_problem(string text, string fault) =>
        Assert.Equal(fault, MoneyReader.Read(text, Language.Words, "EUR", min: 0, max: 1000).Fault());

    [Theory]
    [InlineData("4", 4)]
    [InlineData("4/5", 4)]
    [InlineData("4 / 5", 4)]
    [InlineData("4 out of 5", 4)]
    [InlineData("four", 4)]
    [InlineData("a 4", null)]
    [InlineData("a", null)]
    [InlineData("maybe 3.", 3)]
    [InlineData("4/10", null)]
    [InlineData("6", null)]
    [InlineData("3.5", null)]
    [InlineData("good", null)]
    public void A_mark_is_a_whole_number_on_the_scale(string text, int? expected)
    {
        var reading = ScaleReader.Read(text, Language.Words);
        if (expected is { } mark)
            Assert.Equal(mark, reading.Value());
        else
            Assert.Equal("scale.unclear", reading.Fault());
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("Yes!", true)]
    [InlineData("y", true)]
    [InlineData("true", true)]
    [InlineData("sure, please", true)]
    [InlineData("👍", true)]
    [InlineData("✔️", true)]
    [InlineData("no", false)]
    [InlineData("No, thanks.", false)]
    [InlineData("don’t", false)]
    [InlineData("false", false)]
    [InlineData("not sure", null)]
    [InlineData("yes and no", null)]
    [InlineData("yes, but no budget", null)]
    [InlineData("perhaps", null)]
    public void Yes_and_no_are_told_apart(string text, bool? expected)
    {
        var reading = YesNoReader.Read(text, Language.Words);
        if (expected is { } yes)
            Assert.Equal(yes, reading.Value());
        else
            Assert.Equal("yesno.unclear", reading.Fault());
    }
}
