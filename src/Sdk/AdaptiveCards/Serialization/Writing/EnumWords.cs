using System.Runtime.CompilerServices;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>The words of an enumeration in camel case, whose values count from 0: as <see cref="AdaptiveEnumConverter"/> writes them.</summary>
internal static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly string[] Words = Array.ConvertAll(
        typeof(T).GetEnumNames(), static name => new CamelCaseNamingStrategy().GetPropertyName(name, hasSpecifiedName: false));

    /// <summary>The word of a value, or null if it is none of the enumeration's.</summary>
    public static string Of(T value) => (uint)Unsafe.BitCast<T, int>(value) is var index && index < Words.Length ? Words[index] : null;
}
