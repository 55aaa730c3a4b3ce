using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Azure.Data.Tables.Internal;

/// <summary>Reads the multipart answer to a transaction: an HTTP response for each action, or a single one for the action that failed.</summary>
internal static class TransactionResults
{
    public static List<ActionResponse> Read(Response response)
    {
        List<ActionResponse> results = [];
        Collect(response.Content.ToString().Split('\n'), response.Headers.ContentType, response.ClientRequestId, results);
        return results;
    }

    private static void Collect(string[] lines, string contentType, string requestId, List<ActionResponse> results)
    {
        foreach (var part in Parts(lines, Boundary(contentType)))
        {
            var (headers, body) = Headers(part);
            var type = headers.Find(header => header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value;
            if (type is not null && type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)) Collect(body, type, requestId, results);
            else results.Add(Result(body, requestId));
        }
    }

    private static IEnumerable<string[]> Parts(string[] lines, string boundary)
    {
        var start = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line != $"--{boundary}" && line != $"--{boundary}--") continue;
            if (start >= 0) yield return lines[start..i];
            start = i + 1;
        }
    }

    private static (List<(string Name, string Value)> Headers, string[] Body) Headers(string[] lines)
    {
        List<(string, string)> headers = [];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0) return (headers, lines[(i + 1)..]);
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) headers.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }
        return (headers, []);
    }

    private static ActionResponse Result(string[] lines, string requestId)
    {
        var statusLine = lines.Length > 0 ? lines[0].TrimEnd('\r').Split(' ', 3) : [];
        if (statusLine.Length < 2 || !int.TryParse(statusLine[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            throw new FormatException("The answer to a transaction has a part that is no HTTP response.");
        var (headers, body) = Headers(lines[1..]);
        return new ActionResponse(status, statusLine.ElementAtOrDefault(2) ?? "", headers, Encoding.UTF8.GetBytes(string.Join('\n', body).TrimEnd()))
        {
            ClientRequestId = requestId,
        };
    }

    private static string Boundary(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value is { } boundary
            ? boundary.Trim('"')
            : throw new FormatException("The answer to a transaction is not multipart.");
}
