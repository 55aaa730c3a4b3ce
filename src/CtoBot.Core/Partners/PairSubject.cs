using System.Globalization;

namespace CtoBot.Core.Partners;

/// <summary>
/// The subject of a dialog about a partnership: its id, and after "~" what else it is about: the revision of the joint answer that
/// it changes, an offer's number and revision, a check-in's day. A private answer has nothing after the id.
/// </summary>
/// <param name="PairId">The partnership.</param>
/// <param name="Numbers">What follows.</param>
internal readonly record struct PairSubject(string PairId, long[] Numbers)
{
    private const char Separator = '~';

    /// <summary>Out of a draft's subject. What is no number counts as −1, which is nothing.</summary>
    public static PairSubject Parse(string subject)
    {
        var parts = subject.Split(Separator);
        return new PairSubject(parts[0], [.. parts.Skip(1).Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)]);
    }

    /// <summary>As a draft's subject.</summary>
    public static string Of(string pairId, params ReadOnlySpan<long> numbers)
    {
        var subject = pairId;
        foreach (var number in numbers)
            subject += Separator + number.ToString(CultureInfo.InvariantCulture);
        return subject;
    }
}
