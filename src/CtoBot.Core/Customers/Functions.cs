using System.Collections.Immutable;

namespace CtoBot.Core.Customers;

/// <summary>The keys of the functions of the company that customers speak of.</summary>
public static class Functions
{
    /// <summary>The people who sell.</summary>
    public const string Sales = "sales";

    /// <summary>Professional services: the people who deploy.</summary>
    public const string Services = "services";

    /// <summary>Customer support.</summary>
    public const string Support = "support";

    /// <summary>Training.</summary>
    public const string Training = "training";

    /// <summary>Engineering.</summary>
    public const string Engineering = "engineering";

    /// <summary>What a quote can be about besides a function: the product.</summary>
    public const string Product = "product";

    /// <summary>What a quote can be about besides a function: the price.</summary>
    public const string Price = "price";

    /// <summary>The id of the debrief's question of what was said about a function.</summary>
    public static string SaidOf(string function) => function + "Said";

    /// <summary>The functions that customers rate, in the order they are shown.</summary>
    public static ImmutableArray<string> All { get; } = [Sales, Services, Support, Training, Engineering];
}
