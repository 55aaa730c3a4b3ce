using System.Diagnostics.CodeAnalysis;

namespace CtoBot.Core.Reading;

/// <summary>What came of reading a person's text: a value, or a <see cref="Reading.Problem"/> that says what is expected.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>Both sides convert implicitly, so a reader returns either the value or the problem.</remarks>
public readonly record struct Reading<T>
{
    private readonly T? _value;

    private Reading(T? value, Problem? problem)
    {
        _value = value;
        Problem = problem;
    }

    /// <summary>Why the text could not be read; null when it could.</summary>
    public Problem? Problem { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Ok => Problem is null;

    /// <summary>The value that was read.</summary>
    /// <exception cref="InvalidOperationException">The text could not be read: look at <see cref="Ok"/> first.</exception>
    public T Value => Ok ? _value! : throw new InvalidOperationException("The text could not be read: " + Problem.Key);

    /// <summary>Wraps a value that was read.</summary>
    public static implicit operator Reading<T>(T value) => new(value, null);

    /// <summary>Wraps a problem.</summary>
    public static implicit operator Reading<T>(Problem problem) => new(default, problem);

    /// <summary>Splits the two cases.</summary>
    /// <param name="value">The value, when this returns true.</param>
    /// <param name="problem">The problem, when this returns false.</param>
    /// <returns>True when there is a value.</returns>
    public bool TryGet([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out Problem? problem)
    {
        value = _value;
        problem = Problem;
        return Ok;
    }

    /// <summary>The same reading of another type: the value converted, a problem kept.</summary>
    public Reading<TOther> Select<TOther>(Func<T, TOther> convert)
    {
        ArgumentNullException.ThrowIfNull(convert);
        return Ok ? convert(_value!) : Problem;
    }
}
