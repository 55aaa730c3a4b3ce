using CtoBot.Core.Reading;
using NodaTime;

namespace CtoBot.Core.Tests.Reading;

public class ZoneReaderTests
{
    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("Europe/Amsterdam", "Europe/Amsterdam")]
    [InlineData("Asia/Calcutta", "Asia/Kolkata")]
    [InlineData("US/Pacific", "America/Los_Angeles")]
    [InlineData("Berlin", "Europe/Berlin")]
    [InlineData("Berlin, Germany", "Europe/Berlin")]
    [InlineData("Berlin time", "Europe/Berlin")]
    [InlineData("New York", "America/New_York")]
    [InlineData("new_york", "America/New_York")]
    [InlineData("São Paulo", "America/Sao_Paulo")]
    [InlineData("sao paulo", "America/Sao_Paulo")]
    [InlineData("Zürich", "Europe/Zurich")]
    [InlineData("Seattle", "America/Los_Angeles")]
    [InlineData("Austin, TX", "America/Chicago")]
    [InlineData("Portland, Maine", "America/New_York")]
    [InlineData("München", "Europe/Berlin")]
    [InlineData("Bengaluru", "Asia/Kolkata")]
    [InlineData("Tel Aviv", "Asia/Jerusalem")]
    [InlineData("CET", "Europe/Berlin")]
    [InlineData("cest", "Europe/Berlin")]
    [InlineData("PT", "America/Los_Angeles")]
    [InlineData("EST", "America/New_York")]
    [InlineData("Eastern time", "America/New_York")]
    [InlineData("IST", "Asia/Kolkata")]
    [InlineData("UTC", "Etc/UTC")]
    [InlineData("UTC+2", "Etc/GMT-2")]
    [InlineData("GMT-05:00", "Etc/GMT+5")]
    [InlineData("+0", "Etc/UTC")]
    [InlineData("+5:30", "Asia/Kolkata")]
    [InlineData("UTC +0545", "Asia/Kathmandu")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("India Standard Time", "Asia/Kolkata")]
    [InlineData("(UTC+01:00) Amsterdam, Berlin, Bern", "Europe/Amsterdam")]
    [InlineData("Germany", "Europe/Berlin")]
    [InlineData("france", "Europe/Paris")]
    [InlineData("UK", "Europe/London")]
    public void A_zone_as_people_name_it_is_read(string text, string expected) => Assert.Equal(expected, Read(text).Value().Id);

    [Theory]
    [InlineData("IST", "Europe/Dublin")]
    [InlineData("CET", "Europe/Paris")]
    [InlineData("UTC+1", "Europe/Berlin")]
    public void Other_zones_with_the_name_are_offered(string text, string expected) => Assert.Contains(expected, Read(text).Value().Alternatives);

    [Fact]
    public void An_offset_offers_the_places_that_have_it_now()
    {
        var summer = Instant.FromUtc(2026, 7, 1, 0, 0);
        Assert.Contains("Europe/Berlin", ZoneReader.Read("UTC+2", Language.Zones, summer).Value().Alternatives);
        Assert.DoesNotContain("Europe/Berlin", Read("UTC+2").Value().Alternatives);
    }

    [Theory]
    [InlineData("USA", "zone.country")]
    [InlineData("Australia", "zone.country")]
    [InlineData("Berln", "zone.suggest")]
    [InlineData("Munnich", "zone.suggest")]
    [InlineData("UTC+3:17", "zone.offset")]
    [InlineData("UTC+27", "zone.unclear")]
    [InlineData("Xyzzyville", "zone.unclear")]
    [InlineData(" ", "empty")]
    public void What_is_no_zone_is_a_problem(string text, string fault) => Assert.Equal(fault, Read(text).Fault());

    [Fact]
    public void A_country_with_several_zones_names_its_big_cities() =>
        Assert.Equal("New York, Los Angeles, Chicago, Denver", Read("USA").Problem!.Arguments["options"]);

    [Fact]
    public void Every_id_of_the_tz_database_is_read_as_a_zone_with_the_same_rules()
    {
        var year = new Interval(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2027, 1, 1, 0, 0));
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Contains('/')))
        {
            var read = DateTimeZoneProviders.Tzdb[Read(id).Value().Id];
            Assert.Equal(DateTimeZoneProviders.Tzdb[id].GetZoneIntervals(year).Select(span => span.WallOffset), read.GetZoneIntervals(year).Select(span => span.WallOffset));
        }
    }

    private static Reading<ZoneChoice> Read(string text) => ZoneReader.Read(text, Language.Zones, Language.Now);
}
