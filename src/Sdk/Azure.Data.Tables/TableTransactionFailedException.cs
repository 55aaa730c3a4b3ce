using System.Globalization;
using System.Text.RegularExpressions;

namespace Azure.Data.Tables;

/// <summary>A transaction was refused: none of its actions was carried out.</summary>
public partial class TableTransactionFailedException : RequestFailedException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="requestFailedException">What the service answered.</param>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            (requestFailedException ?? throw new ArgumentNullException(nameof(requestFailedException))).Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException)
    {
        // The service puts the number of the action before its message: "1:The specified entity already exists."
        var index = IndexBeforeMessage().Match(Message);
        if (index.Success) FailedTransactionActionIndex = int.Parse(index.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The place, from 0, of the action that the service refused, when it says so.</summary>
    public int? FailedTransactionActionIndex { get; }

    [GeneratedRegex(@"^(\d{1,3}):")]
    private static partial Regex IndexBeforeMessage();
}
