namespace CtoBot.Tests.Support;

/// <summary>Words that a person might give the bot, found nowhere else: a log must hold none of them.</summary>
public static class Planted
{
    /// <summary>The person's name.</summary>
    public const string Name = "Wilhelmina Quastenflosser";

    /// <summary>The person's company.</summary>
    public const string Company = "Zimtschnecken Kontor";

    /// <summary>Somebody the person speaks of.</summary>
    public const string Colleague = "Ottokar Dampfnudel";

    /// <summary>A note.</summary>
    public const string Note = "confided-murmeltier: they churn in March";

    /// <summary>What somebody said, typed where it is no command.</summary>
    public const string Quote = "confided-blaumeise: your product cost us a customer";

    /// <summary>What a store says of its fault: it may quote a row.</summary>
    public const string StoreMessage = "confided-wasserfloh";

    /// <summary>All of them, and the parts by which they are recognised.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["Quastenflosser", "Zimtschnecken", "Dampfnudel", "murmeltier", "blaumeise", "wasserfloh"];
}
