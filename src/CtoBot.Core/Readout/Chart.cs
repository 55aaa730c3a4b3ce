using System.Collections.Immutable;

namespace CtoBot.Core.Readout;

/// <summary>Figures as a picture. Every figure stands in it in words as well, for who does not see it.</summary>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Title">What it shows, with the unit.</param>
/// <param name="Points">The figures, in order.</param>
/// <param name="Most">The end of the scale: not below any value, and above 0.</param>
/// <param name="Note">What there is to know to read it, or null.</param>
public sealed record Chart(ChartKind Kind, string Title, ImmutableArray<ChartPoint> Points, decimal Most, string? Note = null);

/// <summary>How a chart is drawn.</summary>
public enum ChartKind
{
    /// <summary>A bar a figure, one below the other.</summary>
    Bars,

    /// <summary>The first figure on a scale; the others are the rest of it.</summary>
    Gauge,
}

/// <summary>A figure of a chart.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Value">The figure, 0 or more.</param>
/// <param name="Shown">All there is to say of it: what stands beside the bar, and in its place.</param>
/// <param name="Tone">How good or bad it is.</param>
public sealed record ChartPoint(string Label, decimal Value, string Shown, Tone Tone = Tone.Neutral);
