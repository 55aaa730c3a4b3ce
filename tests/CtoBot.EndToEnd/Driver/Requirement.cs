namespace CtoBot.EndToEnd.Driver;

/// <summary>What a test does when this computer lacks a program it needs.</summary>
public static class Requirement
{
    /// <summary>The variable that, set to 1, turns a missing program into a failure: for machines that are meant to run everything.</summary>
    public const string Variable = "CTOBOT_REQUIRE_BROWSER";

    /// <summary>Skips the running test, or fails it when <see cref="Variable"/> is set.</summary>
    public static void Missing(string reason)
    {
        if (Environment.GetEnvironmentVariable(Variable) == "1")
            Assert.Fail($"{reason} ({Variable} is 1, so this is a failure.)");
        Assert.Skip(reason);
    }
}
