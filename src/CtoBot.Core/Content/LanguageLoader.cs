using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Content;

/// <summary>Reads and checks the files of one language. What another language than the fallback does not say, the fallback says for it.</summary>
/// <param name="language">E.g. "de".</param>
/// <param name="files">Its files, by path within the content folder.</param>
/// <param name="own">Whether a file is the operator's, and not as it came with the bot.</param>
/// <param name="besides">The content of the fallback language; null for that language itself.</param>
/// <param name="problems">Takes what is wrong, each a line of "file: path: reason".</param>
internal sealed class LanguageLoader(
    string language, IReadOnlyDictionary<string, string> files, Func<string, bool> own, LanguageContent? besides, List<string> problems)
{
    private readonly ContentReader _reader = new(language, files, problems);

    /// <summary>The content, or null with problems.</summary>
    public LanguageContent? Load()
    {
        var before = problems.Count;
        var texts = Texts();
        var flows = Flows();
        var plan = Alike("plan.json", besides?.Plan, _ => Json("plan.json", ContentFormat.Strict.PlanContent, ContentDefaults.Fill), ContentShape.Of);
        var five = Alike("five.json", besides?.Five, _ => Json("five.json", ContentFormat.Strict.FiveContent, ContentDefaults.Fill), ContentShape.Of);
        var commands = Has("commands.json") ? _reader.Parse("commands.json", json => new Commands([.. JsonSerializer.Deserialize(json, ContentFormat.Strict.CommandContentArray) ?? []], besides?.Commands)) : besides!.Commands;
        var words = Has("words.json") ? _reader.Parse("words.json", json => Words.Parse(json).And(besides?.Words)) : besides!.Words;
        var zones = !Has("zones.json") ? besides!.Zones
            : besides is null ? _reader.Parse("zones.json", json => ZoneIndex.Create(Places.Parse(json)))
            : _reader.Parse("zones.json", json => besides.Zones.With(Places.Parse(json)));
        if (problems.Count > before)
            return null;

        var content = new LanguageContent(language, texts.ToFrozenDictionary(StringComparer.Ordinal), words!, zones!, commands!, plan!, flows.ToFrozenDictionary(StringComparer.Ordinal), five!);
        ContentCheck.Run(content, problems);
        return problems.Count > before ? null : content;
    }

    /// <summary>Whether there is a file, or has to be one.</summary>
    private bool Has(string path) => besides is null || files.ContainsKey($"{language}/{path}");

    private Dictionary<string, string> Texts()
    {
        var texts = besides is null ? new(StringComparer.Ordinal) : new Dictionary<string, string>(besides.Texts, StringComparer.Ordinal);
        foreach (var (path, name) in _reader.Under("texts/"))
        {
            foreach (var (key, text) in _reader.Json(path, ContentFormat.Strict.DictionaryStringString) ?? [])
                texts[$"{name}.{key}"] = text;
        }

        return texts;
    }

    private Dictionary<string, Flow> Flows()
    {
        var flows = besides is null ? new(StringComparer.Ordinal) : new Dictionary<string, Flow>(besides.Flows, StringComparer.Ordinal);
        foreach (var (path, name) in _reader.Under("flows/"))
        {
            if (Alike(path, flows.GetValueOrDefault(name), other => Json(path, ContentFormat.Strict.Flow, flow => ContentDefaults.Fill(flow).And(other)), ContentShape.Of) is not { } flow)
                continue;
            flows[name] = flow;
            if (flow.Id != name)
                problems.Add($"{language}/{path}: $.id: it is '{flow.Id}', and must be the name of the file.");
        }

        return flows;
    }

    private T? Json<T>(string path, JsonTypeInfo<T> type, Func<T, T> fill) where T : class =>
        _reader.Json(path, type) is { } read ? fill(read) : null;

    /// <summary>
    /// A file as it stands, unless it came with the bot and the operator's in the fallback language asks something else: then that one holds
    /// in every language, for two people with different plans could not talk about them.
    /// </summary>
    private T? Alike<T>(string path, T? other, Func<T?, T?> read, Func<T, string> shape) where T : class
    {
        if (!Has(path))
            return other;
        var mine = read(other);
        return mine is null || other is null || own($"{language}/{path}") || shape(mine) == shape(other) ? mine : other;
    }
}
