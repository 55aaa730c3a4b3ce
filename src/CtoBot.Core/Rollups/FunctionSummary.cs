using System.Collections.Immutable;
using CtoBot.Core.Customers;

namespace CtoBot.Core.Rollups;

/// <summary>What the customers say of one function.</summary>
/// <param name="Function">A key of <see cref="Functions.All"/>.</param>
/// <param name="Ratings">The latest rating of each customer who gave one, in the order of the person's list.</param>
/// <param name="Quotes">The quotes about it, of all visits, the latest visit first.</param>
/// <param name="Said">What was said of it, at all visits, the latest first.</param>
public sealed record FunctionSummary(
    string Function, ImmutableArray<FunctionRating> Ratings, ImmutableArray<Quote> Quotes, ImmutableArray<Said> Said)
{
    /// <summary>Its figures.</summary>
    public FunctionFigures Figures { get; } = FunctionFigures.Of(Function, Ratings);
}

/// <summary>The figures of one function, without a word anybody said.</summary>
/// <param name="Function">A key of <see cref="Functions.All"/>.</param>
/// <param name="Average">The average of the customers' latest ratings, to one decimal; null without any.</param>
/// <param name="Ratings">How many ratings.</param>
/// <param name="LowRatings">How many of them are <see cref="Low"/> or below.</param>
public sealed record FunctionFigures(string Function, decimal? Average, int Ratings, int LowRatings)
{
    /// <summary>The highest rating that counts as low.</summary>
    public const int Low = 2;

    /// <summary>The figures of these ratings of a function.</summary>
    internal static FunctionFigures Of(string function, IEnumerable<FunctionRating> ratings)
    {
        int[] points = [.. ratings.Select(rating => rating.Points)];
        return new(function, Rounding.Average(points), points.Length, points.Count(point => point <= Low));
    }
}
