using System.Collections.Immutable;
using System.Diagnostics;
using CtoBot.Core.Reading;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Core.Tests.Reading;

public class ReaderPropertyTests
{
    private static readonly ImmutableArray<ChoiceOption> Options =
        [.. Language.Words.WeekdayNames.Select((name, at) => new ChoiceOption("v" + at, name, Language.Words.Weekdays[at]))];

    private static readonly ImmutableArray<Column> Columns =
        [.. Enum.GetValues<ColumnKind>().Select(kind => new Column(kind.ToString(), kind.ToString(), kind, true, Options))];

    private static readonly Gen<LocalDate> AnyDate = Gen.Choose(0, 40000).Select(days => new LocalDate(1990, 1, 1).PlusDays(days));

    // Words and signs that readers know, in any order: this gets deeper than random characters do.
    private static readonly Gen<string> Mixture = Gen.Elements(
            "1", "31", "2026", "0", "99999999999999999999", ".", ",", "-", "/", ":", " ", " ", "\n", "|", ";", "\t", "friday", "Nov", "next", "last", "in", "ago",
            "weeks", "month", "years", "from", "the", "3rd", "pm", "noon", "h", "half", "past", "to", "€", "kr", "m", "million", "trillion", "%", "and", "all", "except",
            "utc", "+", "Berlin", "USA", "(", ")", "<", ">", "@", "a@b.co", "yes", "no", "out of", "five", "\ud800", "\udc00", "\0", "\u200b", "👍", "é", "\u0301", "٣", "½", "{said}")
        .ListOf().Select(parts => string.Concat(parts));

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Mixture,
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        ArbMap.Default.GeneratorFor<char[]>().Select(letters => new string(letters ?? [])));

    public static TheoryData<string> Naughty =>
    [
        "", " ", "\0", "\ud800", "\udfff\ud800", "\uFFFE\uFFFF", "null", "undefined", "' OR 1=1 --", "<script>alert(1)</script>", "{0} {said} {", "../../etc/passwd",
        "%s%n", "Ω≈ç√∫˜µ≤≥÷", "田中さんにあげて下さい", "ﷺ", "Ṱ̺̺̕o͞ ̷i̲̬n̝̗v̟̜o̘", "\u202Etest\u202C", "(╯°□°)╯︵ ┻━┻", "1/0", "-9223372036854775808", "1e1000", "NaN", "∞",
        new string('9', 1_000_000), new string('a', 1_000_000), new string('\u0301', 1_000_000), new string('\n', 1_000_000), new string(',', 1_000_000),
        new string('\ud800', 1_000_000), string.Concat(Enumerable.Repeat("a,", 500_000)), string.Concat(Enumerable.Repeat("\u0301\u0323", 500_000)),
        string.Concat(Enumerable.Repeat("1-", 2000)), string.Concat(Enumerable.Repeat("mon and ", 500)), string.Concat(Enumerable.Repeat("a | b\n", 150_000)),
    ];

    [Theory]
    [MemberData(nameof(Naughty), DisableDiscoveryEnumeration = true)]
    public void Hostile_text_is_answered_quickly_by_every_reader(string text)
    {
        var clock = Stopwatch.StartNew();
        ReadAll(text, Language.Today);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void No_text_makes_a_reader_throw_and_every_problem_can_be_said() =>
        Check(AnyText.SelectMany(text => AnyDate.Select(today => (text, today))), pair => ReadAll(pair.text, pair.today), 2000);

    [Fact]
    public void Dates_read_back_from_every_form() => Check(AnyDate.SelectMany(date => AnyDate.Select(today => (date, today))), pair =>
    {
        foreach (var text in new[] { LocalDatePattern.Iso.Format(pair.date), Language.Words.Say(pair.date), $"{pair.date.Day}.{pair.date.Month}.{pair.date.Year}" })
            foreach (var monthFirst in new[] { false, true })
                Assert.Equal(pair.date, DateReader.Read(text, Language.Words, pair.today, monthFirst).Value());
        Assert.Equal(pair.date, DateReader.Read($"{pair.date.Month}/{pair.date.Day}/{pair.date.Year}", Language.Words, pair.today, monthFirst: true).Value());
    });

    [Fact]
    public void A_date_without_a_year_is_the_next_one() => Check(AnyDate.SelectMany(date => AnyDate.Select(today => (date, today))), pair =>
    {
        var read = DateReader.Read($"{pair.date.Day} {Language.Words.MonthNames[pair.date.Month - 1]}", Language.Words, pair.today).Value();
        Assert.Equal((pair.date.Month, pair.date.Day), (read.Month, read.Day));
        Assert.True(read >= pair.today);
    });

    [Fact]
    public void Times_read_back() => Check(Gen.Choose(0, 1439), minute =>
    {
        var time = LocalTime.FromMinutesSinceMidnight(minute);
        foreach (var pattern in new[] { "HH:mm", "H.mm", "HHmm", "HH:mm:ss", "h:mm tt" })
            Assert.Equal(time, TimeReader.Read(LocalTimePattern.CreateWithInvariantCulture(pattern).Format(time), Language.Words).Value());
    });

    [Fact]
    public void Numbers_and_money_read_back_with_either_decimal_separator() =>
        Check(Gen.Choose(int.MinValue, int.MaxValue).SelectMany(units => Gen.Choose(0, 6).Select(places => units / (decimal)Math.Pow(10, places))), number =>
        {
            foreach (var comma in new[] { false, true })
            {
                Assert.Equal(number, NumberReader.Read(NumberReader.Format(number, comma), Language.Words, comma).Value());
                Assert.Equal(new Money(number, "CHF"), MoneyReader.Read(MoneyReader.Format(new Money(number, "CHF"), comma), Language.Words, "EUR", comma).Value());
            }
            Assert.Equal(new Money(number, "CHF"), MoneyReader.Read(new Money(number, "CHF").ToString(), Language.Words, "EUR").Value());
        });

    [Fact]
    public void Choices_read_back_from_values_labels_and_numbers() => Check(Gen.SubListOf(Enumerable.Range(0, 7)).Where(places => places.Count > 0), places =>
    {
        var expected = places.Order().Select(place => "v" + place);
        foreach (var text in new[] { string.Join(',', places.Select(place => "v" + place)), string.Join(" and ", places.Select(place => Options[place].Label)), string.Join(' ', places.Select(place => place + 1)) })
            Assert.Equal(expected, ChoicesReader.Read(text, Language.Words, Options).Value());
    });

    [Fact]
    public void People_read_back() => Check(Gen.SubListOf("Ann Lee", "Zoë Ž", "Cy O’Neil <cy@example.com>", "李小龍", "Jean-Luc d'Arc").Where(names => names.Count > 0), names =>
        Assert.Equal(names, PeopleReader.Read(string.Join(", ", names), Language.Words).Value().Select(person => person.ToString())));

    private static void ReadAll(string text, LocalDate today)
    {
        var words = Language.Words;
        Sayable(DateReader.Read(text, words, today, limits: new DateLimits(today, today.PlusDays(30))));
        Sayable(DateReader.Read(text, words, today, monthFirst: true, allowPast: true));
        Sayable(TimeReader.Read(text, words));
        Sayable(ZoneReader.Read(text, Language.Zones, Language.Now));
        Sayable(NumberReader.Read(text, words, min: 0, max: 100));
        Sayable(MoneyReader.Read(text, words, "EUR", decimalComma: true, 0, 100));
        Sayable(ScaleReader.Read(text, words));
        Sayable(YesNoReader.Read(text, words));
        Sayable(ChoiceReader.Read(text, words, Options));
        Sayable(ChoicesReader.Read(text, words, Options, 1, 3));
        Sayable(PeopleReader.Read(text, words, 2, 5));
        Sayable(RowsReader.Read(text, words, Columns, Region.Default, today));
        Sayable(RowsReader.Read(text, words, [new("a", "A")], Region.Default, today, 3));
    }

    private static void Sayable<T>(Reading<T> reading)
    {
        if (reading.Problem is { } problem)
            Assert.InRange(Language.Say(problem).Length, 10, 1000);
    }

    private static void Check<T>(Gen<T> values, Action<T> holds, int count = 300) =>
        Prop.ForAll(values.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(count));
}
