using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Rollups;

namespace CtoBot.Core.Findings;

/// <summary>How each customer marks each function.</summary>
internal static class ServiceMatrixView
{
    /// <summary>A page of the matrix.</summary>
    public static Reply Matrix(Finding finding, int page)
    {
        var scene = finding.Scene;
        var texts = scene.Texts;
        var matrix = ServiceMatrix.Of(finding.Book);
        if (matrix.Rows.IsEmpty)
            return finding.Empty("service", finding.ToDebriefs);
        var shown = ListPage.Of(scene, matrix.Rows, page, Views.Service, Reply.Matrix.MostRows);
        return new Reply.Matrix(
            texts["service.title"],
            finding.Notice?.Text,
            Lead(scene, matrix),
            [.. Functions.All.Select(function => texts["service." + function])],
            [.. shown.Items.Select(row => Row(scene, row))],
            Footer(scene, matrix),
            shown.Text,
            finding.Buttons(shown.Buttons, finding.Go("risks.button", Views.Risks), finding.Go("bugs.button", Views.Bugs)));
    }

    /// <summary>How good a mark is.</summary>
    public static Tone ToneOf(decimal? rating) => rating switch
    {
        null => Tone.Neutral,
        <= FunctionFigures.Low => Tone.Attention,
        < 3 => Tone.Warning,
        >= 4 => Tone.Good,
        _ => Tone.Neutral,
    };

    private static string Lead(Scene scene, ImmutableArray<FunctionFigures> figures)
    {
        FunctionFigures[] marked = [.. figures.Where(figure => figure.Average is not null).OrderBy(figure => figure.Average)];
        return scene.Texts.Sentences(
            scene.Texts["service.lead"],
            marked.Length > 1 && marked[0].Average < marked[^1].Average ? Extreme(scene, "service.lowest", marked[0]) : null,
            marked.Length > 1 && marked[0].Average < marked[^1].Average ? Extreme(scene, "service.highest", marked[^1]) : null);
    }

    private static string Lead(Scene scene, ServiceMatrix matrix) => Lead(scene, [.. matrix.Functions.Select(function => function.Figures)]);

    private static string Extreme(Scene scene, string key, FunctionFigures figures) =>
        scene.Texts.Say(key, ("function", scene.Function(figures.Function)!), ("rating", scene.Average(figures.Average!.Value)));

    private static MatrixRow Row(Scene scene, ServiceRow row) => new(
        row.Customer.Name,
        [.. Functions.All.Select(function => Cell(scene, function, row.Cells.GetValueOrDefault(function)))],
        Open: CardAction.Show(Views.Customer(row.Customer.Id)));

    /// <summary>A mark leads to the words that stand behind it, or else to all that was said of the function.</summary>
    private static MatrixCell Cell(Scene scene, string function, ServiceCell? cell)
    {
        var points = cell?.Rating?.Points;
        var said = cell?.Said?.Source;
        return new MatrixCell(
            new Figure(points is { } given ? scene.Texts.Number(given) : "–", ToneOf(points)),
            CardAction.Show(said is null ? Views.ServiceOf(function) : Views.Quote(said.Flow, said.Subject, Functions.SaidOf(function))));
    }

    private static MatrixRow Footer(Scene scene, ServiceMatrix matrix) => new(
        scene.Texts["service.headAverage"],
        [.. matrix.Functions.Select(function => new MatrixCell(
            new Figure(function.Figures.Average is { } average ? scene.Average(average) : "–", ToneOf(function.Figures.Average)),
            CardAction.Show(Views.ServiceOf(function.Function))))],
        scene.Texts.Say("service.given", ("counts", scene.Texts.List(matrix.Functions.Select(function => scene.Texts.Number(function.Figures.Ratings))))));
}
