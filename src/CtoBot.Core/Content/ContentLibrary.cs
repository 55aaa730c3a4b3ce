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

    private readonly FrozenDictionary<string, Lazy<LanguageContent>> _languages;

    /// <summary>Made once a culture: date patterns are dear. There are but a few hundred cultures, whatever a client claims.</summary>
    private readonly ConcurrentDictionary<string, Texts> _texts = new(StringComparer.Ordinal);

    /// <summary>What a locale stands for, asked of the platform once. A client may claim any number of them: those that come late are asked again each time.</summary>
    private readonly ConcurrentDictionary<string, (Texts Texts, Region Region)> _locales = new(StringComparer.Ordinal);

    private const int MostLocales = 1_000;

    private static readonly Lazy<ContentLibrary> _builtIn = new(() => Load(ContentFiles.BuiltIn()));

    /// <summary>The content that comes with the bot, as it is. It is read once a process, when it is first asked for.</summary>
    public static ContentLibrary BuiltIn => _builtIn.Value;

    private ContentLibrary(FrozenDictionary<string, Lazy<LanguageContent>> languages) => _languages = languages;

    /// <summary>The public holidays that the operator gave: nobody has a morning on them.</summary>
    public ImmutableSortedSet<LocalDate> Holidays { get; private init; } = ImmutableSortedSet<LocalDate>.Empty;

    /// <summary>The same content with other public holidays.</summary>
    public ContentLibrary With(ImmutableSortedSet<LocalDate> holidays) => new(_languages) { Holidays = holidays };

    /// <summary>The languages, e.g. "de". One that comes with the bot is read when it is first asked for.</summary>
    public IEnumerable<string> Languages => _languages.Keys;

    /// <summary>The content for a locale such as "en-US", in the fallback language if there is none of its own.</summary>
    public LanguageContent For(string locale)
    {
        var dash = locale.IndexOf('-', StringComparison.Ordinal);
        var language = dash < 0 ? locale : locale[..dash];
        return (_languages.GetValueOrDefault(language) ?? _languages[Fallback]).Value;
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
        // A language in a country where the platform does not know it is written as at home.
        var region = Cultures.Find(locale) is null && content.Language != Fallback ? Region.Of(content.Language) : Region.Of(locale);
        var made = (_texts.GetOrAdd(culture.Name, static (_, made) => new Texts(made.Texts, made.Culture), (content.Texts, Culture: culture)), region);
        if (_locales.Count < MostLocales)
            _locales.TryAdd(locale, made);
        return made;
    }

    /// <summary>
    /// Reads and checks content. A language that comes with the bot and has none of the files is read when it is first asked for: most are never spoken.
    /// </summary>
    /// <param name="files">The files of the fallback language, and those of others that are not as they came with the bot; see <see cref="ContentFiles"/>.</param>
    /// <exception cref="ContentException">Names every mistake with its file, its path in the file and the reason.</exception>
    public static ContentLibrary Load(IReadOnlyDictionary<string, string> files)
    {
        var problems = new List<string>();
        var named = files.Keys.Where(path => path.Contains('/', StringComparison.Ordinal)).Select(path => path[..path.IndexOf('/', StringComparison.Ordinal)]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var fallback = named.Remove(Fallback) ? new LanguageLoader(Fallback, files, _ => true, null, problems).Load() : null;
        if (problems.Count == 0 && fallback is null)
            problems.Add($"{Fallback}/: the content of the fallback language is missing.");
        var languages = new Dictionary<string, Lazy<LanguageContent>>(StringComparer.OrdinalIgnoreCase);
        foreach (var language in named.Order(StringComparer.Ordinal))
        {
            var builtIn = ContentFiles.BuiltIn(language);
            var all = files.Aggregate(builtIn, (laid, file) => file.Key.StartsWith(language + "/", StringComparison.Ordinal) ? laid.SetItem(file.Key, file.Value) : laid);
            if (fallback is not null && new LanguageLoader(language, all, path => all[path] != builtIn.GetValueOrDefault(path), fallback, problems).Load() is { } content)
                languages[language] = new Lazy<LanguageContent>(content);
        }

        if (problems.Count > 0)
            throw new ContentException([.. problems]);
        languages[Fallback] = new Lazy<LanguageContent>(fallback!);
        foreach (var language in ContentFiles.Languages)
            languages.TryAdd(language, new Lazy<LanguageContent>(() => LoadBuiltIn(language, fallback!)));
        return new ContentLibrary(languages.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }

    private static LanguageContent LoadBuiltIn(string language, LanguageContent fallback)
    {
        var problems = new List<string>();
        return new LanguageLoader(language, ContentFiles.BuiltIn(language), _ => false, fallback, problems).Load() ?? throw new ContentException([.. problems]);
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
