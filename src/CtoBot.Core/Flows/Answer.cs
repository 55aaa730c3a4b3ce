using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CtoBot.Core.Reading;
using NodaTime;

namespace CtoBot.Core.Flows;

/// <summary>An answer as it is kept.</summary>
/// <param name="Value">What was answered.</param>
/// <param name="Revision">
/// <see cref="State.PersonState.Revision"/> at the time: unique for ever, so that a card can tell whether the answer it shows is still the present one.
/// </param>
/// <param name="At">When.</param>
public sealed record Answer(AnswerValue Value, long Revision, Instant At);

/// <summary>What was answered, by kind.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Skipped), "skipped")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Choice), "choice")]
[JsonDerivedType(typeof(Choices), "choices")]
[JsonDerivedType(typeof(Scale), "scale")]
[JsonDerivedType(typeof(Date), "date")]
[JsonDerivedType(typeof(Time), "time")]
[JsonDerivedType(typeof(Zone), "zone")]
[JsonDerivedType(typeof(Number), "number")]
[JsonDerivedType(typeof(Amount), "money")]
[JsonDerivedType(typeof(People), "people")]
[JsonDerivedType(typeof(Table), "rows")]
[JsonDerivedType(typeof(YesNo), "yesno")]
public abstract record AnswerValue
{
    private AnswerValue()
    {
    }

    /// <summary>Whether the two say the same; lists are compared by their items.</summary>
    public bool SameAs(AnswerValue? other) => other is not null && (this, other) switch
    {
        (Choices a, Choices b) => a.Values.SequenceEqual(b.Values),
        (People a, People b) => a.Persons.SequenceEqual(b.Persons),
        (Table a, Table b) => a.Lines.SequenceEqual(b.Lines),
        _ => Equals(other),
    };

    /// <summary>The person chose not to answer.</summary>
    public sealed record Skipped : AnswerValue;

    /// <summary>Words, kept as they were written.</summary>
    public sealed record Text(string Words) : AnswerValue;

    /// <summary>The value of one option.</summary>
    public sealed record Choice(string Value) : AnswerValue;

    /// <summary>The values of several options, in the order of the options.</summary>
    public sealed record Choices(ImmutableArray<string> Values) : AnswerValue;

    /// <summary>A point on a scale.</summary>
    public sealed record Scale(int Point) : AnswerValue;

    /// <summary>A calendar date.</summary>
    public sealed record Date(LocalDate Day) : AnswerValue;

    /// <summary>A time of day.</summary>
    public sealed record Time(LocalTime OfDay) : AnswerValue;

    /// <summary>An IANA time zone id.</summary>
    public sealed record Zone(string Id) : AnswerValue;

    /// <summary>A number.</summary>
    public sealed record Number(decimal Value) : AnswerValue;

    /// <summary>An amount of money.</summary>
    public sealed record Amount(Money Value) : AnswerValue;

    /// <summary>People, in the order given.</summary>
    public sealed record People(ImmutableArray<Person> Persons) : AnswerValue;

    /// <summary>Lines of a small table; cells by column key.</summary>
    public sealed record Table(ImmutableArray<Row> Lines) : AnswerValue;

    /// <summary>Yes or no.</summary>
    public sealed record YesNo(bool Value) : AnswerValue;
}
