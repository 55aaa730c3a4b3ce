using System.Security.Cryptography;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>The name of a storage account and one of its two keys.</summary>
public class TableSharedKeyCredential
{
    private volatile byte[] _key;

    /// <summary>Makes a credential.</summary>
    /// <param name="accountName">The name of the account.</param>
    /// <param name="accountKey">The key, in base64.</param>
    /// <exception cref="ArgumentNullException">A part is missing.</exception>
    /// <exception cref="FormatException">The key is not base64.</exception>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accountName);
        AccountName = accountName;
        SetAccountKey(accountKey);
    }

    /// <summary>The name of the account.</summary>
    public string AccountName { get; }

    /// <summary>Changes the key, for requests from now on.</summary>
    /// <param name="accountKey">The key, in base64.</param>
    /// <exception cref="FormatException">The key is not base64.</exception>
    public void SetAccountKey(string accountKey)
    {
        ArgumentNullException.ThrowIfNull(accountKey);
        _key = Convert.FromBase64String(accountKey);
    }

    /// <summary>Signs a text: HMAC-SHA256 of its UTF-8 bytes, in base64.</summary>
    internal string Sign(string text) => Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}
