using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace CtoBot.Tests.Operations;

/// <summary>The clock that a trial sets.</summary>
public sealed class ClockSettingsTests
{
    [Fact]
    public void Without_a_setting_it_is_the_system_s() => Assert.Same(TimeProvider.System, Read("", Environments.Production));

    [Fact]
    public void In_Development_it_starts_where_it_is_set_and_goes_on()
    {
        var clock = Read("2026-11-30T17:30:00Z", Environments.Development);
        var start = new DateTimeOffset(2026, 11, 30, 17, 30, 0, TimeSpan.Zero);
        var first = clock.GetUtcNow();
        Assert.InRange(first, start, start.AddMinutes(10));
        Assert.InRange(clock.GetUtcNow(), first, start.AddMinutes(10));
    }

    [Theory]
    [InlineData("2026-11-30T17:30:00Z", "Production", "Development environment only")]
    [InlineData("half past five", "Development", "'half past five', which is no time")]
    public void What_cannot_be_is_refused_with_its_reason(string start, string environment, string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidOperationException>(() => Read(start, environment)).Message, StringComparison.Ordinal);

    private static TimeProvider Read(string start, string environment) => ClockSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection([new("Clock:Start", start)]).Build(),
        new HostingEnvironment { EnvironmentName = environment });
}
