using System.Collections.Frozen;
using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Flows.Fieldwork;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Flows.Steps;
using CtoBot.Core.Partners;
using CtoBot.Core.Reading;
using CtoBot.Core.Reminders;
using CtoBot.Core.Sharing;
using CtoBot.Core.State;

namespace CtoBot.Core.Flows;

/// <summary>
/// What a flow needs beyond its content: values that depend on the person, and what its end does.
/// Everything else about a flow is data.
/// </summary>
internal sealed record FlowRules
{
    /// <summary>Values that a question's default may name.</summary>
    public FrozenDictionary<string, Func<DialogContext, string>> Defaults { get; init; } = FrozenDictionary<string, Func<DialogContext, string>>.Empty;

    /// <summary>Options that a question or a column may name.</summary>
    public FrozenDictionary<string, Func<DialogContext, ImmutableArray<ChoiceOption>>> Options { get; init; } = FrozenDictionary<string, Func<DialogContext, ImmutableArray<ChoiceOption>>>.Empty;

    /// <summary>Tests that a condition may name.</summary>
    public FrozenDictionary<string, Func<DialogContext, bool>> Tests { get; init; } = FrozenDictionary<string, Func<DialogContext, bool>>.Empty;

    /// <summary>Values for {placeholders} in titles and leads.</summary>
    public Func<DialogContext, (string Name, string Value)[]> Placeholders { get; init; } = _ => [];

    /// <summary>Refuses a well-formed answer that cannot be, or null.</summary>
    public Func<DialogContext, Question, AnswerValue, Problem?> Refuse { get; init; } = (_, _, _) => null;

    /// <summary>Adapts the dialog after an answer changed, e.g. drops one that rested on it.</summary>
    public Func<Draft, string, Draft> Changed { get; init; } = (draft, _) => draft;

    /// <summary>Whether there can be a dialog about this subject: it comes from a card, and may be forged or outdated.</summary>
    public Func<Scene, PersonState, string, bool> HasSubject { get; init; } = (_, _, subject) => subject.Length == 0;

    /// <summary>
    /// The subject that is meant by one of a card, which may be outdated, and by what the dialog is opened about (<see cref="DataKeys.About"/>).
    /// </summary>
    public Func<PersonState, string, string, string> Meant { get; init; } = (_, subject, _) => subject;

    /// <summary>
    /// Whether there can be nothing filed about a subject that is not open, so that nothing needs to be looked up before a dialog about it is opened.
    /// </summary>
    public Func<PersonState, string, bool> IsNew { get; init; } = (_, _) => false;

    /// <summary>What a fresh dialog knows already, from where it was opened (<see cref="DataKeys.About"/>).</summary>
    public Func<Scene, PersonState, Draft, string, Draft> Begin { get; init; } = (_, _, draft, _) => draft;

    /// <summary>
    /// Adapts what the state keeps of a dialog (<see cref="PersonState.Customers"/>, <see cref="PersonState.Visits"/>) when it is filed, and whenever
    /// one that was filed before changes: <see cref="Draft.Filed"/> tells which.
    /// </summary>
    public Func<PersonState, Draft, PersonState> Index { get; init; } = (state, _) => state;

    /// <summary>The opposite of <see cref="Index"/>, for a subject of which nothing is filed any more.</summary>
    public Func<PersonState, string, PersonState> Unindex { get; init; } = (state, _) => state;

    /// <summary>The key of what the last page's button says; null for "save".</summary>
    public string? Submit { get; init; }

    /// <summary>What the end of the dialog does. The state holds the dialog as done; a flow that is not kept is dropped already.</summary>
    public required Func<DialogContext, Ended, Outcome> End { get; init; }

    public IEnumerable<string> DefaultNames => Defaults.Keys;

    public IEnumerable<string> OptionNames => Options.Keys;

    public IEnumerable<string> TestNames => Tests.Keys;

    /// <summary>The rules of a flow. One that has none of its own ends with its summary.</summary>
    public static FlowRules For(string flow) => flow switch
    {
        FlowIds.Setup => SetupRules.Rules,
        FlowIds.Note => StepRules.Note,
        FlowIds.Move => StepRules.Move,
        FlowIds.SkipStep => StepRules.Skip,
        FlowIds.OutOfOrder => StepRules.OutOfOrder,
        FlowIds.Message => MessageRules.Rules,
        FlowIds.Reminders => ReminderRules.Settings,
        FlowIds.Holidays => ReminderRules.Holidays,
        FlowIds.Pause => ReminderRules.Pause,
        FlowIds.Language => SpokenLanguage.Rules,
        FlowIds.Share => ShareRules.Whole,
        FlowIds.SharePart => ShareRules.Part,
        FlowIds.ShareChat => ShareRules.Chat,
        FlowIds.Customers => CustomersRules.Rules,
        BookFlows.Customer => CustomerRules.Rules,
        BookFlows.Visit => VisitRules.Rules,
        BookFlows.Debrief => DebriefRules.Rules,
        BookFlows.Sales or BookFlows.Support or BookFlows.Services or BookFlows.Cfo or BookFlows.Verdict => MeetingRules.One,
        BookFlows.Report => MeetingRules.Report,
        _ => FiveRules.For(flow) ?? Plain,
    };

    private static FlowRules Plain { get; } = new()
    {
        End = (context, ended) => new Outcome(context.State, [DialogCards.Summary(context, ended.Notice ?? (ended.First || ended.Changed ? context.Scene.Texts["dialog.saved"] : null))]),
    };
}

/// <summary>How a dialog ended.</summary>
/// <param name="First">False: it had ended before.</param>
/// <param name="Changed">Whether an answer was given or changed just now.</param>
/// <param name="Notice">What else just happened, or null.</param>
internal readonly record struct Ended(bool First, bool Changed, string? Notice);

/// <summary>A state and what to answer.</summary>
/// <param name="State">The state.</param>
/// <param name="Replies">What to answer.</param>
/// <param name="Erase">See <see cref="Turn.Erase"/>.</param>
/// <param name="After">See <see cref="Turn.After"/>.</param>
/// <param name="Wants">See <see cref="Turn.Wants"/>.</param>
internal sealed record Outcome(PersonState State, ImmutableArray<Reply> Replies, bool Erase = false, AfterSync? After = null, InvitationRef? Wants = null)
{
    /// <summary>See <see cref="Turn.WantsPeople"/>.</summary>
    public ImmutableArray<string> WantsPeople { get; init; } = [];

    /// <summary>See <see cref="Turn.Sends"/>.</summary>
    public int? Sends { get; init; }
}

/// <summary>A dialog in its scene.</summary>
internal sealed record DialogContext(Scene Scene, PersonState State, Flow Flow, Draft Draft)
{
    public FlowRules Rules { get; } = FlowRules.For(Flow.Id);

    /// <summary>The options of a question.</summary>
    public ImmutableArray<ChoiceOption> OptionsOf(Question question) =>
        question.OptionsFrom is { } name ? Rules.Options[name](this) : question.Options;

    /// <summary>The columns of a question, with the options that the flow's code supplies.</summary>
    public ImmutableArray<Column> ColumnsOf(Question question) =>
        question.Columns.Any(column => column.OptionsFrom is not null)
            ? [.. question.Columns.Select(column => column.OptionsFrom is { } name ? column with { Options = Rules.Options[name](this) } : column)]
            : question.Columns;

    /// <summary>The lines of a table that was given as the answer of a question.</summary>
    public ImmutableArray<Row> LinesOf(Question question) => Draft.Value<AnswerValue.Table>(question.Id)?.Lines ?? [];

    /// <summary>An answer as a person reads it.</summary>
    public string Show(Question question, AnswerValue value) =>
        AnswerText.Show(Scene.Texts, value, question with { Columns = ColumnsOf(question) }, OptionsOf(question));

    /// <summary>A title or lead with its placeholders filled.</summary>
    public string Fill(string text) => Content.Texts.Fill(text, Rules.Placeholders(this));
}
