using AdaptiveCards;

namespace CtoBot.Sdk.Tests.AdaptiveCards;

public class SchemaVersionTests
{
    [Fact]
    public void Versions_compare_by_number()
    {
        AdaptiveSchemaVersion nine = "1.9", ten = new(1, 10);
        Assert.True(nine < ten && ten > nine && nine <= ten && ten >= nine && nine != ten);
        Assert.True(ten == "1.10");
        Assert.Equal(ten.GetHashCode(), new AdaptiveSchemaVersion("1.10").GetHashCode());
        Assert.Equal("1.10", ten.ToString());
        Assert.Equal("2.0", new AdaptiveSchemaVersion("2").ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.x")]
    [InlineData("-1.0")]
    public void What_is_no_version_is_refused(string text) =>
        Assert.Throws<AdaptiveSerializationException>(() => new AdaptiveSchemaVersion(text));

    [Fact]
    public void No_text_is_refused() => Assert.Throws<ArgumentException>(() => new AdaptiveSchemaVersion(null!));

    [Fact]
    public void Heights_are_equal_by_what_they_mean()
    {
        Assert.True(new AdaptiveHeight(80) == new AdaptiveHeight(80) && new AdaptiveHeight(80) != new AdaptiveHeight(81));
        Assert.True(new AdaptiveHeight() == AdaptiveHeight.Auto && AdaptiveHeight.Stretch != AdaptiveHeight.Auto);
        Assert.Equal("80px", new AdaptiveHeight(80).ToString());
    }
}
