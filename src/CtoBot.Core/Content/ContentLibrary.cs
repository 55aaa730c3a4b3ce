using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CtoBot.Core.Flows;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;
using NodaTime;

namespace CtoBot.Core.Content;

/// <summary>The content in every language that there is.</summary>
public sealed class ContentLibrary
{
    /// <summary>The language that every other one falls back to.</summary>
    public const string Fallback = "en";

    private readonly FrozenDictionary<string, LanguageContent> _languages;

    /// <summary>Made once a culture: date patterns are dear. There are but a few hundred cultures, whatever a client claims.</summary>
    private readonly ConcurrentDictionary<string, Texts> _texts = new(StringComparer.Ordinal);

    /// <summary>What a locale stands for, asked of the platform once. A client may claim any number of them: those that come late are asked again each time.</summary>
    private readonly ConcurrentDictionary<string, (Texts Texts, Region Region)> _locales = new(StringComparer.Ordinal);

    private const int MostLocales = 1_000;

    private ContentLibrary(FrozenDictionary<string, LanguageContent> languages) => _languages = languages;

    /// <summary>The public holidays that the operator gave: nobody has a morning on them.</summary>
    public ImmutableSortedSet<LocalDate> Holidays { get; private init; } = ImmutableSortedSet<LocalDate>.Empty;

    /// <summary>The same content with other public holidays.</summary>
    public ContentLibrary With(ImmutableSortedSet<LocalDate> holidays) => new(_languages) { Holidays = holidays };

    /// <summary>The languages.</summary>
    public IEnumerable<LanguageContent> Languages => _languages.Values;

    /// <summary>The content for a locale such as "en-US", in the fallback language if there is none of its own.</summary>
    public LanguageContent For(string locale)
    {
        var dash = locale.IndexOf('-', StringComparison.Ordinal);
        var language = dash < 0 ? locale : locale[..dash];
        return _languages.GetValueOrDefault(language) ?? _languages[Fallback];
    }

    /// <summary>The texts for a locale, with dates and numbers in its culture.</summary>
    public Texts TextsFor(string locale) => Of(locale).Texts;

    /// <summary>How people of a locale write dates, numbers and money.</summary>
    public Region RegionFor(string locale) => Of(locale).Region;

    private (Texts Texts, Region Region) Of(string locale)
    {
        if (_locales.TryGetValue(locale, out var known))
            return known;
        var content = For(locale);
        var culture = Cultures.For(locale, content.Language);
        var made = (_texts.GetOrAdd(culture.Name, static (_, made) => new Texts(made.Texts, made.Culture), (content.Texts, Culture: culture)), Region.Of(locale));
        if (_locales.Count < MostLocales)
            _locales.TryAdd(locale, made);
        return made;
    }

    /// <summary>Reads and checks content.</summary>
    /// <param name="files">See <see cref="ContentFiles"/>.</param>
    /// <exception cref="ContentException">Names every mistake with its file, its path in the file and the reason.</exception>
    public static ContentLibrary Load(IReadOnlyDictionary<string, string> files)
    {
        var problems = new List<string>();
        var languages = new Dictionary<string, LanguageContent>(StringComparer.OrdinalIgnoreCase);
        foreach (var language in files.Keys.Where(path => path.Contains('/', StringComparison.Ordinal)).Select(path => path[..path.IndexOf('/', StringComparison.Ordinal)]).Distinct().Order(StringComparer.Ordinal))
        {
            if (Load(language, files, problems) is { } content)
                languages[language] = content;
        }

        if (problems.Count == 0 && !languages.ContainsKey(Fallback))
            problems.Add($"{Fallback}/: the content of the fallback language is missing.");
        return problems.Count > 0
            ? throw new ContentException([.. problems])
            : new ContentLibrary(languages.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }

    private static LanguageContent? Load(string language, IReadOnlyDictionary<string, string> files, List<string> problems)
    {
        var before = problems.Count;
        var reader = new ContentReader(language, files, problems);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, name) in reader.Under("texts/"))
        {
            foreach (var (key, text) in reader.Json(path, ContentFormat.Strict.DictionaryStringString) ?? [])
                texts[$"{name}.{key}"] = text;
        }

        var flows = new Dictionary<string, Flow>(StringComparer.Ordinal);
        foreach (var (path, name) in reader.Under("flows/"))
        {
            if (reader.Json(path, ContentFormat.Strict.Flow) is not { } flow)
                continue;
            flows[name] = flow;
            if (flow.Id != name)
                problems.Add($"{language}/{path}: $.id: it is '{flow.Id}', and must be the name of the file.");
        }

        var plan = reader.Json("plan.json", ContentFormat.Strict.PlanContent);
        var five = reader.Json("five.json", ContentFormat.Strict.FiveContent);
        var commands = reader.Parse("commands.json", json =>
            new Commands([.. JsonSerializer.Deserialize(json, ContentFormat.Strict.CommandContentArray) ?? []]));
        var words = reader.Parse("words.json", Words.Parse);
        var zones = reader.Parse("zones.json", json => ZoneIndex.Create(Places.Parse(json)));
        if (problems.Count > before)
            return null;

        var content = new LanguageContent(
            language,
            texts.ToFrozenDictionary(StringComparer.Ordinal),
            words!,
            zones!,
            commands!,
            ContentDefaults.Fill(plan!),
            flows.ToFrozenDictionary(flow => flow.Key, flow => ContentDefaults.Fill(flow.Value), StringComparer.Ordinal),
            ContentDefaults.Fill(five!));
        ContentCheck.Run(content, problems);
        return problems.Count > before ? null : content;
    }
}

/// <summary>Content that cannot be used.</summary>
public sealed class ContentException : Exception
{
    /// <summary>With every mistake, each a line of "file: path: reason".</summary>
    public ContentException(ImmutableArray<string> problems)
        : base("The content cannot be used:" + string.Concat(problems.Select(problem => "\n  " + problem))) => Problems = problems;

    /// <inheritdoc/>
    public ContentException() : this(ImmutableArray<string>.Empty)
    {
    }

    /// <inheritdoc/>
    public ContentException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public ContentException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>The mistakes.</summary>
    public ImmutableArray<string> Problems { get; } = [];
}

/// <summary>Reads the files of one language and collects what is wrong with them.</summary>
internal sealed class ContentReader(string language, IReadOnlyDictionary<string, string> files, List<string> problems)
{
    /// <summary>The files in a folder of the language: path within the language and name without ending.</summary>
    public IEnumerable<(string Path, string Name)> Under(string folder)
    {
        var prefix = $"{language}/{folder}";
        return files.Keys
            .Where(path => path.StartsWith(prefix, StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (path[(language.Length + 1)..], path[prefix.Length..^".json".Length]));
    }

    /// <summary>A file as <typeparamref name="T"/>, or null with a problem.</summary>
    public T? Json<T>(string path, JsonTypeInfo<T> type) where T : class =>
        Parse(path, json => JsonSerializer.Deserialize(json, type) ?? throw new FormatException("it is null"));

    /// <summary>What <paramref name="parse"/> makes of a file, or null with a problem.</summary>
    public T? Parse<T>(string path, Func<string, T> parse) where T : class
    {
        var name = $"{language}/{path}";
        if (!files.TryGetValue(name, out var json))
        {
            problems.Add($"{name}: the file is missing.");
            return null;
        }

        try
        {
            return parse(json);
        }
        catch (JsonException problem)
        {
            problems.Add($"{name}: {problem.Path ?? "$"}: {problem.Message}");
        }
        catch (FormatException problem)
        {
            problems.Add($"{name}: {problem.Message}");
        }

        return null;
    }
}

/// <summary>How content files are read: camelCase, and nothing that is not known, so that a misspelt name is found at start.</summary>
internal static class ContentFormat
{
    public static ContentJson Strict { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters =
        {
            new JsonStringEnumConverter<DayPart>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<QuestionKind>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<ColumnKind>(JsonNamingPolicy.CamelCase),
        },
    });
}

[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(CommandContent[]))]
[JsonSerializable(typeof(PlanContent))]
[JsonSerializable(typeof(Flow))]
[JsonSerializable(typeof(FiveContent))]
internal sealed partial class ContentJson : JsonSerializerContext;
