using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CtoBot.Export;

/// <summary>What a link shows.</summary>
public enum ExportForm : byte
{
    /// <summary>A document to read.</summary>
    Document = 1,

    /// <summary>JSON.</summary>
    Json = 2,

    /// <summary>The agreement of two people, as a document.</summary>
    Agreement = 3,

    /// <summary>The readout as a Word document.</summary>
    ReadoutWord = 4,

    /// <summary>The readout as an Excel workbook.</summary>
    ReadoutExcel = 5,

    /// <summary>The tables of the readout as comma-separated values.</summary>
    ReadoutCsv = 6,

    /// <summary>The readout as JSON.</summary>
    ReadoutJson = 7,

    /// <summary>The page of the readout: in Development, where nobody is signed in.</summary>
    Page = 8,

    /// <summary>What the page asks for once it is open; no link has it.</summary>
    PageSession = 9,

    /// <summary>A file that a person may let the bot put into their OneDrive; no link has it.</summary>
    FileConsent = 10,
}

/// <summary>
/// A link's right to read what is kept about one person, for a short time: form, expiry, nonce and the person's partition, with an
/// HMAC-SHA256 over them, as base64url. For an agreement the partnership's id follows the partition.
/// </summary>
internal static class ExportToken
{
    private const int ExpiryAt = 1;
    private const int NonceAt = ExpiryAt + sizeof(long);
    private const int PartitionAt = NonceAt + 16;

    /// <summary>Longer than that of any partition that a store takes.</summary>
    private const int MostCharacters = 4096;

    /// <summary>A new token.</summary>
    /// <param name="key">256 bits.</param>
    /// <param name="partition">Whose.</param>
    /// <param name="form">What it shows.</param>
    /// <param name="expiry">Until when.</param>
    public static string Make(ReadOnlySpan<byte> key, string partition, ExportForm form, DateTimeOffset expiry)
    {
        // As UTF-16, so that a partition comes back as it was whatever is in it.
        var text = MemoryMarshal.AsBytes(partition.AsSpan());
        var token = new byte[PartitionAt + text.Length + HMACSHA256.HashSizeInBytes];
        token[0] = (byte)form;
        BinaryPrimitives.WriteInt64BigEndian(token.AsSpan(ExpiryAt), expiry.ToUnixTimeMilliseconds());
        RandomNumberGenerator.Fill(token.AsSpan(NonceAt..PartitionAt));
        text.CopyTo(token.AsSpan(PartitionAt));
        HMACSHA256.HashData(key, token.AsSpan(..^HMACSHA256.HashSizeInBytes), token.AsSpan(^HMACSHA256.HashSizeInBytes..));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>What tells one token from all others: its expiry and its nonce. In the order of their expiry.</summary>
    /// <param name="text">A token that <see cref="Read"/> has taken for good.</param>
    public static string IdOf(string text)
    {
        var token = Base64Url.DecodeFromChars(text).AsSpan();
        return FormattableString.Invariant($"{BinaryPrimitives.ReadInt64BigEndian(token[ExpiryAt..]):D15}|{Convert.ToHexStringLower(token[NonceAt..PartitionAt])}");
    }

    /// <summary>Whose data a token shows in this form at this time; null for one that is forged, expired, or for something else.</summary>
    public static string? Read(ReadOnlySpan<byte> key, string text, ExportForm form, DateTimeOffset now)
    {
        if (text.Length > MostCharacters || !Base64Url.IsValid(text))
            return null;
        var token = Base64Url.DecodeFromChars(text).AsSpan();
        if (token.Length <= PartitionAt + HMACSHA256.HashSizeInBytes)
            return null;
        var signed = token[..^HMACSHA256.HashSizeInBytes];
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, signed, expected);
        return CryptographicOperations.FixedTimeEquals(expected, token[^HMACSHA256.HashSizeInBytes..])
            && signed[0] == (byte)form
            && now.ToUnixTimeMilliseconds() < BinaryPrimitives.ReadInt64BigEndian(signed[ExpiryAt..])
                ? new string(MemoryMarshal.Cast<byte, char>(signed[PartitionAt..]))
                : null;
    }
}
