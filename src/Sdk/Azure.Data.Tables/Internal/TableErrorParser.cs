using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure.Core;

namespace Azure.Data.Tables.Internal;

/// <summary>
/// Reads an error of the service: <c>{"odata.error":{"code":"…","message":{"value":"…"}}}</c>, or XML where the request did not get
/// as far as the table service.
/// </summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, out ResponseError error, out IDictionary<string, string> data)
    {
        data = null;
        error = null;
        var content = response.ContentStream is MemoryStream ? response.Content : null;
        if (content is null || content.ToMemory().IsEmpty) return FromHeader(response, out error);
        try
        {
            error = content.ToMemory().Span[0] == '{' ? FromJson(content) : FromXml(content);
        }
        catch (Exception e) when (e is JsonException or XmlException or InvalidOperationException or KeyNotFoundException)
        {
            // A proxy's page, for example. The exception then carries the status and this text as it is.
            return FromHeader(response, out error);
        }
        return true;
    }

    private static bool FromHeader(Response response, out ResponseError error)
    {
        error = response.Headers.TryGetValue("x-ms-error-code", out var code) ? new ResponseError(code, response.ReasonPhrase) : null;
        return error is not null;
    }

    private static ResponseError FromJson(BinaryData content)
    {
        using var json = JsonDocument.Parse(content);
        var error = json.RootElement.GetProperty("odata.error");
        return new ResponseError(error.GetProperty("code").GetString(), error.GetProperty("message").GetProperty("value").GetString());
    }

    private static ResponseError FromXml(BinaryData content)
    {
        var root = XDocument.Load(content.ToStream()).Root;
        return new ResponseError(Child(root, "code"), Child(root, "message"));
    }

    private static string Child(XElement root, string name) =>
        root.Elements().FirstOrDefault(element => string.Equals(element.Name.LocalName, name, StringComparison.OrdinalIgnoreCase))?.Value;
}
