using System.Globalization;

namespace CtoBot.Benchmarks.Turns;

/// <summary>Figures of several runs, by what they are of.</summary>
internal sealed class Figures
{
    private readonly Dictionary<(string Row, string Column), List<double>> values = [];
    private readonly List<string> rows = [];

    /// <summary>Notes a figure of a run.</summary>
    public void Add(string row, string column, double value)
    {
        if (!rows.Contains(row))
            rows.Add(row);
        if (!values.TryGetValue((row, column), out var list))
            values[(row, column)] = list = [];
        list.Add(value);
    }

    /// <summary>The median over all runs.</summary>
    public double Median(string row, string column) => Median(values[(row, column)]);

    /// <summary>The median of the ratios of two figures of the same run.</summary>
    public double Ratio(string row, string of, string to) => Median(values[(row, of)].Zip(values[(row, to)], (one, other) => one / other));

    /// <summary>The median of the ratios of two rows of the same run.</summary>
    public double Ratio((string Row, string Column) of, (string Row, string Column) to) => Median(values[of].Zip(values[to], (one, other) => one / other));

    /// <summary>A table in Markdown, with the ratio of the first column to the second.</summary>
    public void Print(string head, string first, string second)
    {
        Console.WriteLine($"| {head} | {first} | {second} | Ratio |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (var row in rows)
            Console.WriteLine($"| {row} | {Cell(row, first)} | {Cell(row, second)} | {(Has(row, first) && Has(row, second) ? Show(Ratio(row, first, second)) : "")} |");
    }

    /// <summary>A table in Markdown with these columns.</summary>
    public void Print(string head, params IReadOnlyList<string> columns)
    {
        Console.WriteLine($"| {head} | {string.Join(" | ", columns)} |");
        Console.WriteLine($"| --- |{string.Concat(columns.Select(_ => " ---: |"))}");
        foreach (var row in rows)
            Console.WriteLine($"| {row} | {string.Join(" | ", columns.Select(column => Cell(row, column)))} |");
    }

    /// <summary>A number with three digits that count.</summary>
    public static string Show(double value) => value.ToString(Math.Abs(value) switch { >= 100 => "#,##0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);

    private bool Has(string row, string column) => values.ContainsKey((row, column));

    private string Cell(string row, string column) => Has(row, column) ? Show(Median(row, column)) : "";

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
