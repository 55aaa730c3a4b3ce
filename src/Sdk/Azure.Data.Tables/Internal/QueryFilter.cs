using System.Globalization;

namespace Azure.Data.Tables.Internal;

/// <summary>Writes the values of an interpolated filter as OData literals ("Querying tables and entities").</summary>
internal static class QueryFilter
{
    public static string Create(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return string.Format(CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(Literal)]);
    }

    private static object Literal(object value) => value switch
    {
        string text => Quote(text),
        char letter => Quote(letter.ToString()),
        bool truth => truth ? "true" : "false",
        byte or sbyte or short or ushort or int => System.Convert.ToString(value, CultureInfo.InvariantCulture),
        uint or long or ulong => System.Convert.ToString(value, CultureInfo.InvariantCulture) + "L",
        float number => Number(number),
        double number => Number(number),
        Guid id => $"guid'{id}'",
        DateTimeOffset time => Time(time.UtcDateTime),
        DateTime { Kind: not DateTimeKind.Unspecified } time => Time(time.ToUniversalTime()),
        byte[] bytes => $"X'{System.Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{System.Convert.ToHexString(data)}'",
        null => throw new ArgumentException("A filter cannot compare with null: the service has no such literal."),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot stand in a filter."),
    };

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    // Without a point or an exponent the service would read a whole number.
    private static string Number(double number) =>
        number.ToString("R", CultureInfo.InvariantCulture) is var text && text.AsSpan().IndexOfAny(".EN∞I") < 0 ? text + ".0" : text;

    private static string Time(DateTime utc) => $"datetime'{utc.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture)}'";
}
