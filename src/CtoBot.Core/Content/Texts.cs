using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using CtoBot.Core.Reading;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Core.Content;

/// <summary>The bot's own sentences in one language, by key ("checklist.today"), with dates and times as a culture writes them.</summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, string> _texts;
    private readonly LocalDatePattern _day;
    private readonly LocalDatePattern _shortDay;
    private readonly LocalDatePattern _date;
    private readonly LocalDatePattern _shortDate;
    private readonly LocalTimePattern _time;

    /// <summary>Texts in a culture.</summary>
    /// <param name="texts">By key.</param>
    /// <param name="culture">How dates, times and numbers are written; its language is that of the texts.</param>
    public Texts(FrozenDictionary<string, string> texts, CultureInfo culture)
    {
        _texts = texts;
        Culture = culture;
        var patterns = DatePatterns.Of(culture);
        _day = LocalDatePattern.Create(patterns.Day, culture);
        _shortDay = LocalDatePattern.Create(patterns.ShortDay, culture);
        _date = LocalDatePattern.Create(patterns.Date, culture);
        _shortDate = LocalDatePattern.Create(patterns.ShortDate, culture);
        _time = LocalTimePattern.Create(culture.DateTimeFormat.ShortTimePattern, culture);
    }

    /// <summary>How dates, times and numbers are written.</summary>
    public CultureInfo Culture { get; }

    /// <summary>All keys.</summary>
    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The text, as it is.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text: a mistake in the program, not of the person.</exception>
    public string this[string key] =>
        _texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"There is no text '{key}'.");

    /// <summary>The text with its {placeholders} filled.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values) => Fill(this[key], values);

    /// <summary>What is wrong with an answer.</summary>
    public string Say(Problem problem) =>
        Fill(this[problem.Key], [.. problem.Arguments.Select(argument => (argument.Key, argument.Value))]);

    /// <summary>Fills {placeholders}, each once: what is put in is not looked at again.</summary>
    public static string Fill(string template, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var filled = new StringBuilder(template.Length);
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0 && rest[open..].IndexOf('}') is var length and > 0)
        {
            filled.Append(rest[..open]);
            var name = rest.Slice(open + 1, length - 1);
            filled.Append(ValueOf(name, values) ?? rest.Slice(open, length + 1).ToString());
            rest = rest[(open + length + 1)..];
        }

        return filled.Append(rest).ToString();
    }

    private static string? ValueOf(ReadOnlySpan<char> name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (key, value) in values)
        {
            if (name.SequenceEqual(key))
                return value;
        }

        return null;
    }

    /// <summary>"Friday 27 November".</summary>
    public string Day(LocalDate date) => _day.Format(date);

    /// <summary>"Fri 27 Nov".</summary>
    public string ShortDay(LocalDate date) => _shortDay.Format(date);

    /// <summary>"Friday 27 November 2026".</summary>
    public string Date(LocalDate date) => _date.Format(date);

    /// <summary>"Fri 27 Nov 2026".</summary>
    public string ShortDate(LocalDate date) => _shortDate.Format(date);

    /// <summary>"07:30" or "7:30 AM". The narrow no-break space of newer culture data becomes a plain one, which every client shows.</summary>
    public string Time(LocalTime time) => _time.Format(time).Replace('\u202f', ' ');

    /// <summary>A whole number.</summary>
    public string Number(int number) => number.ToString(Culture);

    /// <summary>A number.</summary>
    public string Number(decimal number) => number.ToString("#,0.##", Culture);

    /// <summary>"A, B and C".</summary>
    public string List(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length < 2
            ? string.Concat(all)
            : Say("common.and", ("first", Items(all[..^1])), ("last", all[^1]));
    }

    /// <summary>"A, B, C".</summary>
    public string Items(IEnumerable<string> items) => items.DefaultIfEmpty("").Aggregate((first, next) => Say("common.items", ("first", first), ("next", next)));

    /// <summary>Sentences in a row, those that are null or empty left out.</summary>
    public string Sentences(params IEnumerable<string?> sentences) =>
        sentences.Where(sentence => !string.IsNullOrEmpty(sentence)).DefaultIfEmpty("").Aggregate((first, next) => Say("common.sentences", ("first", first!), ("next", next!)))!;
}
