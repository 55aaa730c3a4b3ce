using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Tests.Content;

/// <summary>Every language says all that English says, in its own words, and asks the same.</summary>
public sealed partial class TranslationTests
{
    private static readonly ContentLibrary Library = ContentLibrary.BuiltIn;
    private static readonly LanguageContent English = Library.For(ContentLibrary.Fallback);

    /// <summary>Beside the languages' own names, which are the same in every language.</summary>
    private static readonly string[] Kept = ["words.json", "zones.json"];

    public static TheoryData<string> Languages => [.. ContentFiles.Languages.Where(language => language != ContentLibrary.Fallback)];

    [Fact]
    public void The_bot_speaks_twelve_languages_and_each_can_be_chosen()
    {
        string[] spoken = ["ar", "de", "en", "es", "fr", "hi", "it", "ja", "nl", "pl", "pt", "zh"];
        Assert.Equal(spoken, ContentFiles.Languages);
        Assert.Equal(spoken, Library.Languages.Order());
        Assert.Equal(["client", .. spoken], English.Flows["language"].Find("language")!.Options.Select(option => option.Value).OrderBy(value => value == "client" ? "" : value));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_sentence_is_there_translated_and_filled_with_the_same(string language)
    {
        var (english, own) = (Sentences(ContentLibrary.Fallback), Sentences(language));
        Assert.Equal("", string.Join('\n', english.Keys.Except(own.Keys)));
        Assert.Equal("", string.Join('\n', own.Keys.Except(english.Keys)));
        Assert.Equal("", string.Join('\n', english.Where(text => own[text.Key] == text.Value && !Same(language, text.Key, text.Value)).Select(text => $"{text.Key}: {text.Value}")));
        Assert.Equal("", string.Join('\n', english.Where(text => Placeholders(own[text.Key]) != Placeholders(text.Value)).Select(text => $"{text.Key}: {own[text.Key]}")));
        Assert.Equal("", string.Join('\n', own.Where(text => text.Value.Trim().Length == 0 || text.Value.Trim() != text.Value || Markup().Count(text.Value) != Markup().Count(english[text.Key])).Select(text => $"{text.Key}: {text.Value}")));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void It_asks_the_same_as_English(string language)
    {
        var own = Library.For(language);
        Assert.Equal(language, own.Language);
        Assert.Equal(English.Flows.Keys.Order(), own.Flows.Keys.Order());
        foreach (var (id, flow) in English.Flows)
            Assert.Equal(ContentShape.Of(flow), ContentShape.Of(own.Flows[id]));
        Assert.Equal(ContentShape.Of(English.Plan), ContentShape.Of(own.Plan));
        Assert.Equal(ContentShape.Of(English.Five), ContentShape.Of(own.Five));
        Assert.Equal(English.Commands.All.Select(Shape), own.Commands.All.Select(Shape));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_button_fits_a_phone_and_a_title_its_line(string language)
    {
        var own = Library.For(language);
        Assert.All(own.Plan.Phases.SelectMany(phase => phase.Steps), step => Assert.InRange(step.Title.Length, 1, 40));
        Assert.All(own.Plan.Phases.SelectMany(phase => phase.Steps).SelectMany(step => step.Dialog), offer => Assert.InRange(offer.Label.Length, 1, 30));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_is_typed_in_it_or_in_English_is_the_command(string language)
    {
        var own = Library.For(language);
        foreach (var command in own.Commands.All)
        {
            Assert.All(command.Says, said => Assert.Equal(command.Name, own.Commands.Read($"{said} {(command.Needed ? command.Argument : "")}", bare: false)?.Content.Name));
            if (command.Argument is not { } argument)
                continue;
            var read = own.Commands.Read($"{command.Says[0]} {argument}", bare: false);
            Assert.Equal(command.Name, read?.Content.Name);
            Assert.EndsWith(read!.Argument, argument, StringComparison.Ordinal);
        }

        foreach (var (english, local) in English.Commands.All.Zip(own.Commands.All))
        {
            var said = $"{english.Says[0]} {(english.Needed ? english.Argument : "")}".Trim();
            Assert.Equal((said, local.Name), (said, own.Commands.Read(said, bare: false)?.Content.Name));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_choice_is_known_by_its_names_in_both_languages_and_by_no_other_choices(string language)
    {
        var own = Library.For(language);
        foreach (var question in own.Flows.Values.SelectMany(flow => flow.Questions).Where(question => !question.Options.IsEmpty))
        {
            foreach (var option in question.Options)
                Assert.All(option.Aliases.Append(option.Label).Append(option.Value), name => Assert.Equal((name, option.Value), (name, Read(name, own.Words, question))));
            var labels = English.Flows.Values.SelectMany(flow => flow.Questions).First(other => ReferenceEquals(other, question) || other.Options.Select(option => option.Value).SequenceEqual(question.Options.Select(option => option.Value))).Options;
            Assert.All(labels.Zip(question.Options), pair => Assert.Equal((pair.First.Label, pair.Second.Value), (pair.First.Label, Read(pair.First.Label, own.Words, question))));
        }
    }

    /// <summary>A default is written once for all languages, so every one of them has to read it alike.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void Yes_and_no_are_understood_in_English_too(string language)
    {
        var words = Library.For(language).Words;
        Assert.True(YesNoReader.Read("yes", words).Value);
        var no = YesNoReader.Read("no", words);
        Assert.True(no.Ok);
        Assert.False(no.Value);
        Assert.True(YesNoReader.Read(words.Yes[0], words).Value);
        Assert.False(YesNoReader.Read(words.No[0], words).Value);
    }

    private static string? Read(string name, Words words, Question question) =>
        ChoiceReader.Read(name, words, question.Options) is { Ok: true, Value: var value } ? value : null;

    private static string Shape(CommandContent command) =>
        $"{command.Name} {command.Group} {command.Talk} {command.Needed} {command.Pages} {command.Argument is null} {command.Help is null}";

    /// <summary>The language's files as texts by their place; lists that may be as long as a language likes are one text.</summary>
    private static Dictionary<string, string> Sentences(string language)
    {
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, json) in ContentFiles.BuiltIn(language).Where(file => !Kept.Contains(file.Key[(language.Length + 1)..])))
            Add(JsonNode.Parse(json), path[(language.Length + 1)..]);
        return sentences;

        void Add(JsonNode? node, string place)
        {
            if (node is JsonArray { Count: > 0 } words && (place.EndsWith("/says", StringComparison.Ordinal) || place.EndsWith("/aliases", StringComparison.Ordinal)))
                sentences.Add(place, string.Join(", ", words.Select(word => word!.GetValue<string>())));
            else if (node is JsonArray items)
                foreach (var (item, index) in items.Select((item, index) => (item, index)))
                    Add(item, $"{place}/{index}");
            else if (node is JsonObject members)
                foreach (var (name, member) in members)
                    Add(member, $"{place}/{name}");
            else if (node is JsonValue value && value.TryGetValue<string>(out var text) && !Code().IsMatch(place))
                sentences.Add(place, text);
        }
    }

    private static string Placeholders(string text) => string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal));

    /// <summary>What may be the same in another language: a text without a word of its own, and words that other languages have taken over.</summary>
    private static bool Same(string language, string place, string text) =>
        place.StartsWith("flows/language.json/", StringComparison.Ordinal)
        || Word().Matches(Placeholder().Replace(text, "")).All(word => Everywhere.Contains(word.Value) || TakenOver[language].Contains(word.Value));

    private static readonly string[] Everywhere = ["ABCD", "EFGH", "Acme", "Ann", "Lee", "CFO", "CMO", "CTO", "CRM", "Word", "Excel", "CSV", "JSON"];

    /// <summary>Looked at one by one.</summary>
    private static readonly Dictionary<string, HashSet<string>> TakenOver = new(StringComparer.Ordinal)
    {
        ["ar"] = [],
        ["de"] = ["Budget", "Bug", "Bugs", "Check", "Deal", "Deals", "Detail", "Details", "Name", "Pipeline", "Service", "Services", "Sponsor", "Status", "Support", "Website", "helpdesk", "ins", "login", "support", "tickets"],
        ["es"] = ["Brief", "Bug", "Bugs", "Debrief", "Debriefs", "Pipeline", "Sponsor", "bug", "bugs", "debrief", "debriefs", "login"],
        ["fr"] = ["Brief", "Budget", "Bug", "Bugs", "Contact", "Date", "Marketing", "Message", "Messages", "Minutes", "Note", "Notes", "Pipeline", "Question", "Service", "Services", "Source", "Sponsor", "Support", "Type", "Verdict", "Version", "automation", "bug", "bugs", "minutes", "support"],
        ["hi"] = [],
        ["it"] = ["Area", "Brief", "Budget", "Bug", "Marketing", "Pipeline", "Sponsor", "Tag", "Web", "analytics", "automation", "bug", "login", "manager"],
        ["ja"] = [],
        ["nl"] = ["Budget", "Bug", "Bugs", "Check", "Contact", "Deal", "Deals", "Details", "Direct", "Engin", "Engineering", "Later", "Lunch", "Open", "Professional", "Sales", "Service", "Services", "Sponsor", "Status", "Support", "Training", "Type", "Website", "bug", "bugs", "deal", "deals", "ins", "login", "product", "reports", "services", "software", "support"],
        ["pl"] = ["Brief", "Lunch", "Sponsor"],
        ["pt"] = ["Bug", "Bugs", "Check", "Pipeline", "Sponsor", "Status", "Web", "analytics", "bug", "bugs", "ins", "login"],
        ["zh"] = [],
    };

    /// <summary>Ids and what else no person reads.</summary>
    [GeneratedRegex("/(id|kind|value|default|row|key|optionsFrom|question|test|part|with|flow|view|talk|group|name)$|/(is|not|after|messages|tickedBy)/[0-9]+$")]
    private static partial Regex Code();

    [GeneratedRegex("[*_`#<>~\\[\\]\\u0000-\\u0009\\u000b-\\u001f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\{[A-Za-z0-9]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Word();
}
