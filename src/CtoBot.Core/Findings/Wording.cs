using CtoBot.Core.Customers;
using CtoBot.Core.Fieldwork;
using CtoBot.Core.Reading;
using CtoBot.Core.Rollups;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Findings;

/// <summary>Dates, amounts and sources as a person reads them.</summary>
internal static class Wording
{
    /// <summary>Stands between short facts on one line.</summary>
    private const string Between = " · ";

    /// <summary>Short facts on one line; those that are null or empty are left out.</summary>
    public static string Line(params IEnumerable<string?> facts) => string.Join(Between, facts.Where(fact => !string.IsNullOrEmpty(fact)));

    /// <summary>Lines without the empty ones.</summary>
    public static IEnumerable<string> Lines(params IEnumerable<string?> lines) => lines.OfType<string>().Where(line => line.Length > 0);

    /// <summary>"Fri 27 Nov", with the year if it is another one.</summary>
    public static string Date(this Scene scene, LocalDate date) =>
        date.Year == scene.Today.Year ? scene.Texts.ShortDay(date) : scene.Texts.ShortDate(date);

    /// <summary>"120,000 EUR", or "40,500.50 EUR": nobody writes an amount with one decimal.</summary>
    public static string Amount(this Scene scene, Money money)
    {
        var hasCents = money.Amount != decimal.Truncate(money.Amount) && money.Amount == decimal.Round(money.Amount, 2);
        return $"{(hasCents ? money.Amount.ToString("N2", scene.Texts.Culture) : scene.Texts.Number(money.Amount))} {money.Currency}";
    }

    /// <summary>"120,000 EUR and 5,000 USD".</summary>
    public static string Amount(this Scene scene, MoneyTotal total) => scene.Texts.List(total.Amounts.Select(money => scene.Amount(money)));

    /// <summary>"1 bug" or "12 bugs": the texts <paramref name="key"/>One and <paramref name="key"/>Many.</summary>
    public static string Count(this Scene scene, string key, int count) =>
        count == 1 ? scene.Texts[key + "One"] : scene.Texts.Say(key + "Many", ("count", scene.Texts.Number(count)));

    /// <summary>"2.5".</summary>
    public static string Average(this Scene scene, decimal average) => average.ToString("0.0", scene.Texts.Culture);

    /// <summary>The name of a function or another thing that a quote may be about.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="function">A key of <see cref="Functions"/>, or null.</param>
    public static string? Function(this Scene scene, string? function) =>
        function is Functions.Product or Functions.Price || (function is not null && Functions.All.Contains(function)) ? scene.Texts["function." + function] : null;

    /// <summary>The label of an option of a debrief's question, as its author wrote it.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="question">The question's id.</param>
    /// <param name="value">The option's value.</param>
    /// <param name="column">The column's key if it is a question of rows.</param>
    public static string Option(this Scene scene, string question, string value, string? column = null)
    {
        var asked = scene.Content.Flows.GetValueOrDefault(BookFlows.Debrief)?.Find(question);
        var options = column is null ? asked?.Options : asked?.Columns.FirstOrDefault(candidate => candidate.Key == column)?.Options;
        return options is { IsDefault: false } all ? all.FirstOrDefault(option => option.Value == value)?.Label ?? value : value;
    }

    /// <summary>How bad a bug is; null if nobody said.</summary>
    public static string? Severity(this Scene scene, Severity? severity) =>
        severity is { } said ? scene.Option("bugs", said.ToString().ToLowerInvariant(), "severity") : null;

    /// <summary>Who said it, where and when.</summary>
    public static string From(this Scene scene, PersonState state, Source source)
    {
        var texts = scene.Texts;
        var date = ("date", scene.Date(source.On));
        if (source.Flow != BookFlows.Debrief)
            return texts.Say("promises.fromMeeting", ("meeting", MeetingCards.NameOf(scene, state, source.Flow, source.Subject)), date);
        var customer = ("customer", source.Customer ?? texts["list.unknown"]);
        return source.Who is { } who ? texts.Say("debrief.quoteBy", ("who", who), customer, date) : texts.Say("debrief.quoteFrom", customer, date);
    }
}
