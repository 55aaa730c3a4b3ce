using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CtoBot.Core.Flows;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Content;

/// <summary>What the shape of the files cannot say: ids are unique, and what is named exists.</summary>
internal static class ContentCheck
{
    /// <summary>Rows that a dialog may have; the rest of a transaction is for the state and the steps that it ticks.</summary>
    private const int MostRows = 90;

    private const string TextsFolder = ContentLibrary.Fallback + "/texts/";

    /// <summary>The dialogs that the program opens by itself.</summary>
    private static readonly string[] NeededFlows =
        [FlowIds.Setup, FlowIds.Note, FlowIds.Move, FlowIds.SkipStep, FlowIds.OutOfOrder, FlowIds.Message, FlowIds.Reminders, FlowIds.Holidays, FlowIds.Pause, FlowIds.Language, FlowIds.Share, FlowIds.SharePart, FlowIds.ShareChat];

    /// <summary>The views that a step may show. A brief needs to be told of what.</summary>
    private static readonly FrozenSet<string> StepViews =
        FrozenSet.Create(StringComparer.Ordinal, "customers", "visits", "debriefs", "risks", "bugs", "service", "promises", "deals", "room", "brief", "readout", "quotes");

    private static readonly Lazy<ImmutableArray<string>> BuiltInTexts = new(() =>
    [
        .. from file in ContentFiles.BuiltIn()
           where file.Key.StartsWith(TextsFolder, StringComparison.Ordinal)
           let name = file.Key[TextsFolder.Length..^".json".Length]
           from text in JsonNode.Parse(file.Value)!.AsObject()
           select $"{name}.{text.Key}",
    ]);

    public static void Run(LanguageContent content, List<string> problems)
    {
        Texts(content, problems);
        CheckCommands(content, problems);
        CheckPlan(content, problems);
        foreach (var flow in content.Flows.Values)
            CheckFlow(flow, $"{content.Language}/flows/{flow.Id}.json", problems);
        problems.AddRange(NeededFlows.Where(id => !content.Flows.ContainsKey(id)).Select(id => $"{content.Language}/flows/{id}.json: the file is missing."));
    }

    /// <summary>The built-in texts are those that the program says: one that is missing would be noticed in the middle of a chat.</summary>
    private static void Texts(LanguageContent content, List<string> problems) =>
        problems.AddRange(
            from key in BuiltInTexts.Value
            where !content.Texts.ContainsKey(key)
            let dot = key.IndexOf('.', StringComparison.Ordinal)
            select $"{content.Language}/texts/{key[..dot]}.json: '{key[(dot + 1)..]}' is missing.");

    private static void CheckCommands(LanguageContent content, List<string> problems)
    {
        var file = $"{content.Language}/commands.json";
        foreach (var command in content.Commands.All)
        {
            if (command.Talk is { } talk && !content.Texts.ContainsKey(talk))
                problems.Add($"{file}: '{command.Name}': talk: there is no text '{talk}'.");
            if (command.Talk is null && !Typed.Names.Contains(command.Name))
                problems.Add($"{file}: there is no command '{command.Name}'.");
            if (command.Group is { } group && !content.Texts.ContainsKey(Lists.HelpGroup(group)))
                problems.Add($"{file}: '{command.Name}': group: there is no text '{Lists.HelpGroup(group)}'.");
        }
    }

    private static void CheckPlan(LanguageContent content, List<string> problems)
    {
        var file = $"{content.Language}/plan.json";
        var plan = content.Plan;
        var steps = plan.Phases.SelectMany(phase => phase.Steps).ToArray();
        var ids = steps.Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        Unique(steps.Select(step => step.Id), "step", file, problems);
        Unique(plan.Phases.Select(phase => phase.Id), "phase", file, problems);
        foreach (var phase in plan.Phases)
        {
            if (phase.Days.IsDefaultOrEmpty || phase.Days.Any(day => day is < 0 or > 365))
                problems.Add($"{file}: phase '{phase.Id}': days: working days from 0 to 365 are needed.");
        }

        foreach (var step in steps)
        {
            if (step.Id.Length == 0 || step.Id.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-'))
                problems.Add($"{file}: step '{step.Id}': an id is made of letters, digits and '-'.");
            problems.AddRange(step.After.Where(id => !ids.Contains(id)).Select(id => $"{file}: step '{step.Id}': after: there is no step '{id}'."));
            problems.AddRange(step.Messages.Where(id => !plan.Messages.ContainsKey(id)).Select(id => $"{file}: step '{step.Id}': messages: there is no message '{id}'."));
            if (step.With is { } with && content.Flows.GetValueOrDefault(FlowIds.Setup)?.Find(with) is null)
                problems.Add($"{file}: step '{step.Id}': with: the setup has no question '{with}'.");
            problems.AddRange(step.TickedBy.Where(id => !content.Flows.ContainsKey(id)).Select(id => $"{file}: step '{step.Id}': tickedBy: there is no dialog '{id}'."));
            problems.AddRange(step.Dialog.Select(offer => Wrong(content, offer)).OfType<string>().Select(wrong => $"{file}: step '{step.Id}': dialog: {wrong}"));
        }
    }

    private static string? Wrong(LanguageContent content, StepOffer offer) => offer switch
    {
        { Label: "" } => "a button needs a label.",
        { Flow: { } flow, View: null } => content.Flows.ContainsKey(flow) ? null : $"there is no dialog '{flow}'.",
        { Flow: null, View: { } view } => IsStepView(view) ? null : $"there is no view '{view}'.",
        _ => $"'{offer.Label}' names either a flow or a view.",
    };

    private static bool IsStepView(string view)
    {
        var (name, argument) = Views.Split(view);
        return StepViews.Contains(name) && argument.Length > 0 == (name == "brief");
    }

    private static void CheckFlow(Flow flow, string file, List<string> problems)
    {
        Unique(flow.Questions.Select(question => question.Id).Concat(flow.Pages.Select(page => "page " + page.Id)), "question or page", file, problems);
        if (flow.Pages.IsDefaultOrEmpty || flow.Pages.Any(page => page.Questions.IsDefaultOrEmpty))
            problems.Add($"{file}: pages: every flow needs a page, and every page a question.");
        // Dropped or brought back, a dialog is written in one transaction, and that has an end.
        var rows = flow.Questions.Count() + flow.Questions.Where(question => question.Row is not null).Sum(AnswerText.LinesLimit);
        if (rows > MostRows)
            problems.Add($"{file}: its questions and the lines of its tables take {rows} rows, and {MostRows} is the most: lower a max, or ask less.");
        var rules = FlowRules.For(flow.Id);
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in flow.Pages)
        {
            foreach (var question in page.Questions)
                CheckQuestion(flow, question, rules, earlier, $"{file}: question '{question.Id}'", problems);
            earlier.UnionWith(page.Questions.Select(question => question.Id));
        }
    }

    private static void CheckQuestion(Flow flow, Question question, FlowRules rules, HashSet<string> earlier, string where, List<string> problems)
    {
        if (question.Id.Length == 0 || question.Id.Any(letter => !char.IsAsciiLetterOrDigit(letter)))
            problems.Add($"{where}: an id is made of letters and digits.");
        if (question.Kind is QuestionKind.Choice or QuestionKind.Choices && question.Options.IsEmpty && question.OptionsFrom is null)
            problems.Add($"{where}: options: a choice needs some.");
        if (question.Kind == QuestionKind.Rows && question.Columns.IsEmpty)
            problems.Add($"{where}: columns: rows need some.");
        if (question.Paste && question.Kind != QuestionKind.Rows)
            problems.Add($"{where}: paste: only rows can be pasted.");
        if (question.Directory && question.Kind != QuestionKind.People)
            problems.Add($"{where}: directory: only people stand in it.");
        Unique(question.Columns.Select(column => column.Key), "column", where, problems);
        foreach (var column in question.Columns)
            CheckColumn(question, column, rules, $"{where}: column '{column.Key}'", problems);
        if (question.OptionsFrom is { } options && !rules.OptionNames.Contains(options))
            problems.Add($"{where}: optionsFrom: there are no options '{options}'.");
        if (question.Default is ['$', ..] && !rules.DefaultNames.Contains(question.Default))
            problems.Add($"{where}: default: there is no '{question.Default}'.");
        if (question.When is not { } when)
            return;
        if (!earlier.Contains(when.Question))
            problems.Add($"{where}: when: '{when.Question}' is no question of an earlier page.");
        else if (flow.Find(when.Question) is { Kind: QuestionKind.Choice or QuestionKind.Choices, OptionsFrom: null } asked)
            problems.AddRange(when.Is.Concat(when.Not).Where(value => asked.Options.All(option => option.Value != value)).Select(value => $"{where}: when: there is no option '{value}' in '{asked.Id}'."));
        if (when.Test is { } test && !rules.TestNames.Contains(test))
            problems.Add($"{where}: when: there is no test '{test}'.");
    }

    private static void CheckColumn(Question question, Column column, FlowRules rules, string where, List<string> problems)
    {
        if (column.Key.Length == 0 || column.Key.Any(letter => !char.IsAsciiLetterOrDigit(letter)))
            problems.Add($"{where}: a key is made of letters and digits.");
        if (RowCells.All.Contains(column.Key))
            problems.Add($"{where}: the program keeps something of its own under that key.");
        if (column.Kind == ColumnKind.Choice && column.Options.IsEmpty && column.OptionsFrom is null)
            problems.Add($"{where}: options: a choice needs some.");
        if (column.OptionsFrom is { } options && !rules.OptionNames.Contains(options))
            problems.Add($"{where}: optionsFrom: there are no options '{options}'.");
        if (column.Kind == ColumnKind.LongText && question.Paste)
            problems.Add($"{where}: a long text cannot be pasted with other cells; leave paste out.");
    }

    private static void Unique(IEnumerable<string> ids, string what, string file, List<string> problems) =>
        problems.AddRange(ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{file}: the {what} '{group.Key}' stands twice."));
}
