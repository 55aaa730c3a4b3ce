using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;

namespace CtoBot.Core;

/// <summary>What the bot answers: what is asked or shown, not how. All text is plain, never markdown.</summary>
public abstract partial record Reply
{
    private Reply()
    {
    }

    /// <summary>Words in the chat.</summary>
    /// <param name="Text">May hold line ends.</param>
    public sealed record Say(string Text) : Reply;

    /// <summary>One or a few paragraphs with buttons.</summary>
    /// <param name="Title">Heading.</param>
    /// <param name="Paragraphs">In order.</param>
    /// <param name="Buttons">The first is the one most people want.</param>
    public sealed record Note(string Title, ImmutableArray<string> Paragraphs, ImmutableArray<Button> Buttons) : Reply;

    /// <summary>A page of a dialog.</summary>
    /// <param name="Title">The dialog's title.</param>
    /// <param name="Notice">What just happened, or null.</param>
    /// <param name="Lead">What the page is about, or null.</param>
    /// <param name="Progress">E.g. "2 of 4", or null if there is but one page.</param>
    /// <param name="Fields">The questions.</param>
    /// <param name="Submit">The button that gives the answers.</param>
    /// <param name="Buttons">The others; they give no answers.</param>
    /// <param name="More">Gives the answers as well and asks the same again, to add another line; or null.</param>
    public sealed record Ask(
        string Title,
        string? Notice,
        string? Lead,
        string? Progress,
        ImmutableArray<Field> Fields,
        Button Submit,
        ImmutableArray<Button> Buttons,
        Button? More = null) : Reply;

    /// <summary>The answers of a dialog.</summary>
    /// <param name="Title">The dialog's title.</param>
    /// <param name="Notice">What just happened, or null.</param>
    /// <param name="Lines">A line a question.</param>
    /// <param name="Buttons">What can be done next.</param>
    public sealed record Summary(string Title, string? Notice, ImmutableArray<SummaryLine> Lines, ImmutableArray<Button> Buttons) : Reply;

    /// <summary>Steps to tick.</summary>
    /// <param name="Title">E.g. the day.</param>
    /// <param name="Notice">What just happened, or null.</param>
    /// <param name="Lead">What this part of the plan is for, or null.</param>
    /// <param name="Progress">How far the whole plan is.</param>
    /// <param name="Sections">Steps under headings.</param>
    /// <param name="Tip">A piece of advice, or null.</param>
    /// <param name="Buttons">What can be done next.</param>
    public sealed record Checklist(
        string Title,
        string? Notice,
        string? Lead,
        Progress Progress,
        ImmutableArray<StepSection> Sections,
        string? Tip,
        ImmutableArray<Button> Buttons) : Reply
    {
        /// <summary>What stands above the steps: visits, what waits for an answer.</summary>
        public ImmutableArray<MenuGroup> Agenda { get; init; } = [];

        /// <summary>Why this comes unasked, or null if it was asked for.</summary>
        public string? Why { get; init; }
    }

    /// <summary>One step in full.</summary>
    /// <param name="Title">The step.</param>
    /// <param name="Notice">What just happened, or null.</param>
    /// <param name="When">Its day and part of the day, and whom it is with.</param>
    /// <param name="State">Done, skipped or moved, with reasons; or null.</param>
    /// <param name="Do">What to do.</param>
    /// <param name="Why">Why it matters.</param>
    /// <param name="Questions">Questions to ask.</param>
    /// <param name="Results">What to bring away.</param>
    /// <param name="PersonalNote">The person's own note, or null.</param>
    /// <param name="Buttons">What can be done with it.</param>
    public sealed record StepDetail(
        string Title,
        string? Notice,
        string When,
        string? State,
        string Do,
        string Why,
        ImmutableArray<string> Questions,
        ImmutableArray<string> Results,
        string? PersonalNote,
        ImmutableArray<Button> Buttons) : Reply;

    /// <summary>Things to choose from, under headings: the plan's days, the commands, the open dialogs.</summary>
    /// <param name="Title">Heading.</param>
    /// <param name="Notice">What just happened, or null.</param>
    /// <param name="Lead">A sentence below the title, or null.</param>
    /// <param name="Progress">How far the plan is, or null if this is not about the plan.</param>
    /// <param name="Groups">The things.</param>
    /// <param name="Buttons">What can be done next.</param>
    public sealed record Menu(
        string Title,
        string? Notice,
        string? Lead,
        Progress? Progress,
        ImmutableArray<MenuGroup> Groups,
        ImmutableArray<Button> Buttons) : Reply;

    /// <summary>A drafted message.</summary>
    /// <param name="Title">To whom it is.</param>
    /// <param name="Lead">What to do with it.</param>
    /// <param name="Text">The message.</param>
    /// <param name="Buttons">What can be done with it.</param>
    public sealed record Message(string Title, string Lead, string Text, ImmutableArray<Button> Buttons) : Reply;

    /// <summary>The way to everything that is kept about the person. The edge, which serves it, fills in the links.</summary>
    /// <param name="Title">Heading.</param>
    /// <param name="Paragraphs">What it is.</param>
    /// <param name="Read">Label of the link to a document to read.</param>
    /// <param name="Json">Label of the link to JSON.</param>
    /// <param name="NoLinks">What to say instead if the bot has no address of its own.</param>
    /// <param name="Links">The links, or null.</param>
    public sealed record Export(string Title, ImmutableArray<string> Paragraphs, string Read, string Json, string NoLinks, ExportLinks? Links = null) : Reply;

    /// <summary>The way to a document that two people share. The edge, which serves it, fills in the link.</summary>
    /// <param name="Title">Heading.</param>
    /// <param name="Paragraphs">What it is.</param>
    /// <param name="Open">Label of the link.</param>
    /// <param name="NoLink">What to say instead if the bot has no address of its own.</param>
    /// <param name="PairId">The partnership whose agreement it is.</param>
    /// <param name="Buttons">What can be done next.</param>
    /// <param name="Link">The link, or null.</param>
    public sealed record Download(
        string Title,
        ImmutableArray<string> Paragraphs,
        string Open,
        string NoLink,
        string PairId,
        ImmutableArray<Button> Buttons,
        Uri? Link = null) : Reply;

    /// <summary>Two answers side by side.</summary>
    /// <param name="Title">What was asked.</param>
    /// <param name="Notice">What just happened, or null.</param>
    /// <param name="Lead">How far they agree.</param>
    /// <param name="First">Whose answers stand first.</param>
    /// <param name="Second">Whose answers stand second.</param>
    /// <param name="Lines">A line a question.</param>
    /// <param name="Buttons">The first is the one most people want.</param>
    public sealed record Compare(
        string Title,
        string? Notice,
        string Lead,
        string First,
        string Second,
        ImmutableArray<CompareLine> Lines,
        ImmutableArray<Button> Buttons) : Reply;

    /// <summary>A page to read in one piece: what two people agreed on.</summary>
    /// <param name="Title">Heading.</param>
    /// <param name="Notice">What just happened, or null.</param>
    /// <param name="Lead">A sentence below the title.</param>
    /// <param name="Sections">In order; all of them are shown.</param>
    /// <param name="Foot">What stands below everything, such as signatures.</param>
    /// <param name="Buttons">The first is the one most people want.</param>
    public sealed record Sheet(
        string Title,
        string? Notice,
        string Lead,
        ImmutableArray<GuideSection> Sections,
        ImmutableArray<string> Foot,
        ImmutableArray<Button> Buttons) : Reply;

    /// <summary>Something to read: headed sections.</summary>
    /// <param name="Title">Heading.</param>
    /// <param name="Lead">A sentence below the title.</param>
    /// <param name="Sections">In order.</param>
    /// <param name="Buttons">What can be done next.</param>
    public sealed record Guide(string Title, string Lead, ImmutableArray<GuideSection> Sections, ImmutableArray<Button> Buttons) : Reply;
}

/// <summary>Where a person finds what is kept about them. Whoever has a link can read it while it works.</summary>
/// <param name="Read">A document to read or print.</param>
/// <param name="Json">The same for programs.</param>
public sealed record ExportLinks(Uri Read, Uri Json);

/// <summary>A button.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Action">What it does.</param>
public sealed record Button(string Label, CardAction Action);

/// <summary>A question as a card asks it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Options">What can be chosen; empty for other kinds.</param>
/// <param name="Value">What stands in it at first, in the form that a card input sends; empty for nothing.</param>
/// <param name="Problem">What is wrong with <paramref name="Value"/>, or with the line as a whole; or null.</param>
/// <param name="Lead">A sentence above it, or null.</param>
/// <param name="Entry">The inputs of a table that is asked line by line, instead of one of its own; or null.</param>
public sealed record Field(
    Question Question,
    ImmutableArray<ChoiceOption> Options,
    string Value,
    string? Problem,
    string? Lead = null,
    Entry? Entry = null);

/// <summary>The inputs for one line of a table.</summary>
/// <param name="Lines">The lines that there are, as a person reads them, in order; none when one of them is changed.</param>
/// <param name="Changing">What is changed; null where a line is added.</param>
/// <param name="Cells">An input a column. The id of its question is <see cref="Question.InputOf"/>.</param>
/// <param name="Spare">The inputs of further lines that can be added on the same card, shown when the person wants them; none on a card that asks little.</param>
public sealed record Entry(ImmutableArray<string> Lines, string? Changing, ImmutableArray<Field> Cells, ImmutableArray<ImmutableArray<Field>> Spare);

/// <summary>An answered question.</summary>
/// <param name="Label">The question's name.</param>
/// <param name="Text">The answer as a person reads it.</param>
/// <param name="Edit">Asks it again.</param>
/// <param name="Act">One word for what <paramref name="Edit"/> does; null for "change".</param>
public sealed record SummaryLine(string Label, string Text, Button Edit, string? Act = null);

/// <summary>What two people said to the same question.</summary>
/// <param name="Label">The question's name.</param>
/// <param name="First">What the first said.</param>
/// <param name="Second">What the second said.</param>
/// <param name="Differs">Whether that is not the same.</param>
public sealed record CompareLine(string Label, string First, string Second, bool Differs);

/// <summary>How far the plan is.</summary>
/// <param name="Settled">Steps done or skipped.</param>
/// <param name="Total">All steps.</param>
/// <param name="Text">The same in words.</param>
public sealed record Progress(int Settled, int Total, string Text);

/// <summary>Steps under a heading.</summary>
/// <param name="Heading">E.g. "Overdue"; empty for none.</param>
/// <param name="Steps">In order.</param>
public sealed record StepSection(string Heading, ImmutableArray<StepLine> Steps);

/// <summary>A step in a list.</summary>
/// <param name="Number">By which it can be named in typed commands, or null where the list has none.</param>
/// <param name="Title">The step.</param>
/// <param name="Detail">Part of the day, whom with, moved from where; or empty.</param>
/// <param name="Note">The person's own note, or null.</param>
/// <param name="Mark">Open, done or skipped.</param>
/// <param name="Toggle">Ticks or unticks it.</param>
/// <param name="Open">Shows it in full.</param>
public sealed record StepLine(int? Number, string Title, string Detail, string? Note, StepMark Mark, Button Toggle, Button Open);

/// <summary>The state of a step as a list shows it.</summary>
public enum StepMark
{
    /// <summary>To be done.</summary>
    Open,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Left out on purpose.</summary>
    Skipped,
}

/// <summary>Entries under a heading.</summary>
/// <param name="Heading">Heading.</param>
/// <param name="Text">A sentence below it, or null.</param>
/// <param name="Entries">In order.</param>
public sealed record MenuGroup(string Heading, string? Text, ImmutableArray<MenuEntry> Entries);

/// <summary>One thing to choose.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Detail">A line beside or below it; or empty.</param>
/// <param name="Action">What choosing it does.</param>
public sealed record MenuEntry(string Label, string Detail, CardAction Action);

/// <summary>A part of a guide.</summary>
/// <param name="Heading">Heading.</param>
/// <param name="Paragraphs">Text below it.</param>
/// <param name="Points">A list below that.</param>
public sealed record GuideSection(string Heading, ImmutableArray<string> Paragraphs, ImmutableArray<string> Points);
