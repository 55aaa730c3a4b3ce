using System.Collections.Immutable;

namespace CtoBot.Core.Plan;

/// <summary>The plan as an author wrote it in <c>plan.json</c>: days counted from day one, each with its steps.</summary>
/// <param name="Id">Name of the plan, e.g. "first-two-weeks".</param>
/// <param name="Title">What a person reads above it.</param>
/// <param name="Phases">In order of time.</param>
/// <param name="Messages">Drafts that a step offers, by id.</param>
public sealed record PlanContent(
    string Id,
    string Title,
    ImmutableArray<Phase> Phases,
    ImmutableDictionary<string, MessageContent> Messages);

/// <summary>A stretch of the plan with one purpose, e.g. the week alone with customers.</summary>
/// <param name="Id">Unique in the plan.</param>
/// <param name="Title">What a person reads above its days.</param>
/// <param name="Days">Working days counted from day one, which is 0. Every step of the phase stands on each of them.</param>
/// <param name="Lead">One or two sentences: what this stretch is for.</param>
/// <param name="Tips">One a day, taken in turn.</param>
/// <param name="Steps">In the order in which they are best done.</param>
public sealed record Phase(
    string Id,
    string Title,
    ImmutableArray<int> Days,
    string Lead,
    ImmutableArray<string> Tips,
    ImmutableArray<StepContent> Steps);

/// <summary>One thing to do.</summary>
/// <param name="Id">Unique in the plan. Never reused for something else: progress is kept under it.</param>
/// <param name="Title">Short: it stands on a phone beside a tick.</param>
/// <param name="Part">When in the day.</param>
/// <param name="Do">What to do.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Ask">Questions to put to the other side.</param>
/// <param name="Bring">What to bring away.</param>
/// <param name="With">The setup question that names whom to meet (e.g. "cfo"), or null.</param>
/// <param name="After">Steps that should come first. Out of order is allowed, and asked about.</param>
/// <param name="Messages">Drafts that the step offers, ids of <see cref="PlanContent.Messages"/>.</param>
/// <param name="Dialog">What its card opens besides, in the order of its buttons: dialogs and views.</param>
/// <param name="TickedBy">Flows; one of them that ends ticks the step.</param>
public sealed record StepContent(
    string Id,
    string Title,
    DayPart Part,
    string Do,
    string Why,
    ImmutableArray<string> Ask = default,
    ImmutableArray<string> Bring = default,
    string? With = null,
    ImmutableArray<string> After = default,
    ImmutableArray<string> Messages = default,
    ImmutableArray<StepOffer> Dialog = default,
    ImmutableArray<string> TickedBy = default);

/// <summary>A button of a step that opens a dialog or shows a view: exactly one of the two is named.</summary>
/// <param name="Label">What stands on it.</param>
/// <param name="Flow">The dialog, one that needs no subject; or null.</param>
/// <param name="View">The view (<see cref="Views"/>), with its argument if it needs one ("brief:sales"); or null.</param>
public sealed record StepOffer(string Label, string? Flow = null, string? View = null);

/// <summary>When in the day a step has its place.</summary>
public enum DayPart
{
    /// <summary>Any time.</summary>
    Any,

    /// <summary>Before lunch.</summary>
    Morning,

    /// <summary>At lunch.</summary>
    Lunch,

    /// <summary>After lunch.</summary>
    Afternoon,

    /// <summary>After work.</summary>
    Evening,
}

/// <summary>A message that the bot drafts, to be copied or edited before it is sent by the person.</summary>
/// <param name="Title">What it is, e.g. "To your own team".</param>
/// <param name="Text">
/// With placeholders in braces for what setup knows: {me}, {company}, {team}, {salesHead}, {from} and {until} (the dates of the two weeks);
/// for {customers}, those on the list; and in a message to one customer for {customer}, {contact} and {when} (of the next visit).
/// </param>
public sealed record MessageContent(string Title, string Text);
