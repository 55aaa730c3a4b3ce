using System.Buffers;
using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Internal;

/// <summary>Writes a transaction as a multipart body: a batch with one change set, in it one HTTP request an action ("Performing entity group transactions").</summary>
internal sealed class TransactionContent
{
    private readonly ArrayBufferWriter<byte> _body = new();

    public string ContentType { get; private init; }

    public RequestContent ToRequestContent() => RequestContent.Create(_body.WrittenMemory);

    public static TransactionContent Of(IReadOnlyList<TableTransactionAction> actions, Func<ITableEntity, string> addressOf, string tableAddress)
    {
        var (batch, changes) = ($"batch_{Guid.NewGuid()}", $"changeset_{Guid.NewGuid()}");
        var content = new TransactionContent { ContentType = $"multipart/mixed; boundary={batch}" };
        content.Line($"--{batch}").Line($"Content-Type: multipart/mixed; boundary={changes}").Line();
        foreach (var action in actions)
        {
            content.Line($"--{changes}").Line("Content-Type: application/http").Line("Content-Transfer-Encoding: binary").Line();
            content.Request(action, action.ActionType == TableTransactionActionType.Add ? tableAddress : addressOf(action.Entity));
        }
        content.Line($"--{changes}--").Line($"--{batch}--");
        return content;
    }

    private void Request(TableTransactionAction action, string address)
    {
        Line($"{Method(action.ActionType)} {address} HTTP/1.1");
        Line($"Accept: {TableConnection.Json}").Line("DataServiceVersion: 3.0").Line("Prefer: return-no-content");
        if (action.ActionType is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete)
            Line($"If-Match: {(action.ETag == default ? ETag.All : action.ETag).ToString("H")}");
        if (action.ActionType is TableTransactionActionType.Delete)
        {
            Line().Line();
            return;
        }
        var json = EntityWriter.Write(action.Entity);
        Line("Content-Type: application/json").Line(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {json.Length}")).Line();
        _body.Write(json.Span);
        Line();
    }

    private TransactionContent Line(string text = "")
    {
        _body.Write(Encoding.UTF8.GetBytes(text));
        _body.Write("\r\n"u8);
        return this;
    }

    private static string Method(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        TableTransactionActionType.Delete => "DELETE",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such action."),
    };
}
