using System.Security.Cryptography;

namespace CtoBot.Storage.Tables;

/// <summary>
/// Which transactions wrote a row, newest first: ids of transactions, joined by commas, in column <see cref="Column"/>.
/// It answers one question: a transaction got no answer, so did it happen? The row may have been replaced since, so the last
/// writer alone would not tell. A star at the end stands for writers that are not known any more.
/// </summary>
internal static class WriteHistory
{
    /// <summary>The column.</summary>
    public const string Column = "w";

    /// <summary>Ids that are kept: more writes of one row than happen while one transaction is retried.</summary>
    private const int Length = 64;

    private const string Unknown = "*";

    /// <summary>A new id. 40 random bits are enough among the last writers of one row.</summary>
    public static string NewId() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(5)).TrimEnd('=');

    /// <summary>The history of a row that a transaction adds.</summary>
    public static string Added(string id) => id;

    /// <summary>The history of a row that a transaction adds or replaces, whatever was there.</summary>
    public static string Upserted(string id) => Join([id, Unknown]);

    /// <summary>The history of a row that a transaction replaces.</summary>
    public static string Replaced(string id, string before)
    {
        var ids = Split(before);
        return Join(ids.Length < Length ? [id, .. ids] : [id, .. ids.Take(Length - 2), Unknown]);
    }

    /// <summary>The transaction wrote the row, perhaps not as the last one.</summary>
    public static bool Has(string history, string id) => Split(history).Contains(id);

    /// <summary>The transaction wrote the row as the last one.</summary>
    public static bool IsLast(string history, string id) => Split(history)[0] == id;

    /// <summary>Somebody replaced the version of the row that had the history <paramref name="before"/>.</summary>
    public static bool IsPast(string history, string before) =>
        Split(before)[0] is var last && last != Unknown && Array.IndexOf(Split(history), last) > 0;

    /// <summary>Every writer since the row was added is known.</summary>
    public static bool IsComplete(string history) => Split(history)[^1] != Unknown;

    /// <summary>The history in an entity; another program's row has none.</summary>
    public static string Or(string? history) => string.IsNullOrEmpty(history) ? Unknown : history;

    private static string Join(IEnumerable<string> ids) => string.Join(',', ids);

    private static string[] Split(string history) => history.Split(',');
}
