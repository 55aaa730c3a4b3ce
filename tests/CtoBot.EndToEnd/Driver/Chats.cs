namespace CtoBot.EndToEnd.Driver;

/// <summary>The tests that hold short chats in a Playground: one after the other.</summary>
public static class Chats
{
    /// <summary>The name of their collection.</summary>
    public const string Collection = "Chats";
}
