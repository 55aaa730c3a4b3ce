using System.Collections.Immutable;
using CtoBot.Core.Readout;

namespace CtoBot.Core;

/// <content>What was found out: lists with figures, ratings, a page to read before a meeting, someone's words.</content>
public abstract partial record Reply
{
    /// <summary>Things with a figure each, under headings: customers by risk, bugs by customers, promises to tick.</summary>
    /// <param name="Title">Heading.</param>
    /// <param name="Notice">What just happened, or null.</param>
    /// <param name="Lead">What the figures are, or that there is nothing yet; or null.</param>
    /// <param name="Sections">The things. One without rows shows its heading alone.</param>
    /// <param name="PageText">Which page of how many, or null if this is all.</param>
    /// <param name="Buttons">What can be done next, the other pages among it.</param>
    public sealed record Board(
        string Title,
        string? Notice,
        string? Lead,
        ImmutableArray<BoardSection> Sections,
        string? PageText,
        ImmutableArray<Button> Buttons) : Reply;

    /// <summary>A few figures each about several: customers and how they rate five functions.</summary>
    /// <param name="Title">Heading.</param>
    /// <param name="Notice">What just happened, or null.</param>
    /// <param name="Lead">What the figures are, or that there is nothing yet; or null.</param>
    /// <param name="Columns">What is rated. Five stand side by side on a phone if they are short: 8 letters at most.</param>
    /// <param name="Rows">Who rates; <see cref="MostRows"/> at most.</param>
    /// <param name="Footer">The averages, or null.</param>
    /// <param name="PageText">Which page of how many, or null if this is all.</param>
    /// <param name="Buttons">What can be done next, the other pages among it.</param>
    public sealed record Matrix(
        string Title,
        string? Notice,
        string? Lead,
        ImmutableArray<string> Columns,
        ImmutableArray<MatrixRow> Rows,
        MatrixRow? Footer,
        string? PageText,
        ImmutableArray<Button> Buttons) : Reply
    {
        /// <summary>The rows of a page. A card holds so many with five figures to tap, whatever the names are.</summary>
        public const int MostRows = 6;
    }

    /// <summary>A page to read before a meeting.</summary>
    /// <param name="Title">Heading.</param>
    /// <param name="Notice">What just happened, or null.</param>
    /// <param name="Lead">A sentence below the title, or null.</param>
    /// <param name="Facts">What one has to know at once.</param>
    /// <param name="Sections">The rest.</param>
    /// <param name="Buttons">What can be done next.</param>
    public sealed record Brief(
        string Title,
        string? Notice,
        string? Lead,
        ImmutableArray<BriefFact> Facts,
        ImmutableArray<BriefSection> Sections,
        ImmutableArray<Button> Buttons) : Reply
    {
        /// <summary>The most rows of all sections together that a card shows. Every section has an equal share of them.</summary>
        public const int MostRows = 60;

        /// <summary>The quotes that a card shows, if it need not be made smaller still.</summary>
        public int ShownQuotes => Sections.Sum(section => Math.Clamp(MostRows / Sections.Length - section.Paragraphs.Length - section.Points.Length, 0, section.Quotes.Length));
    }

    /// <summary>The situation in numbers and pictures, each leading to where it comes from.</summary>
    /// <param name="Title">Heading.</param>
    /// <param name="Notice">What just happened, or null.</param>
    /// <param name="Lead">What this is.</param>
    /// <param name="Figures">The numbers.</param>
    /// <param name="Charts">The same as pictures. A client that cannot draw them shows their figures as text.</param>
    /// <param name="Buttons">What can be done next.</param>
    public sealed record Dashboard(
        string Title,
        string? Notice,
        string Lead,
        ImmutableArray<DashboardFigure> Figures,
        ImmutableArray<Chart> Charts,
        ImmutableArray<Button> Buttons) : Reply;

    /// <summary>The readout as files. The edge, which serves them, fills in the links, and leaves out what it cannot serve.</summary>
    /// <param name="Title">Heading.</param>
    /// <param name="Paragraphs">What it is.</param>
    /// <param name="Offers">The files.</param>
    /// <param name="NoLinks">What to say instead if the bot has no address of its own.</param>
    /// <param name="Buttons">What can be done next.</param>
    public sealed record Files(
        string Title, ImmutableArray<string> Paragraphs, ImmutableArray<FileOffer> Offers, string NoLinks, ImmutableArray<Button> Buttons) : Reply
    {
        /// <summary>The function whose part it is, a key of <see cref="Customers.Functions.All"/>; null for all of it.</summary>
        public string? Function { get; init; }

        /// <summary>What stands above the buttons that put a file into the person's OneDrive.</summary>
        public string SaveTitle { get; init; } = "";

        /// <summary>What stands above the links where there are such buttons as well.</summary>
        public string LinkTitle { get; init; } = "";
    }

    /// <summary>The offer to put a file into the person's OneDrive. The edge makes the file and asks; where it cannot, it shows <paramref name="Otherwise"/>.</summary>
    /// <param name="Description">What the file is, and what is asked.</param>
    /// <param name="Making">What is said meanwhile if it takes long.</param>
    /// <param name="Form">Which file.</param>
    /// <param name="Otherwise">The link to it.</param>
    public sealed record Save(string Description, string Making, ReadoutForm Form, Files Otherwise) : Reply
    {
        /// <summary>The function whose part it is, a key of <see cref="Customers.Functions.All"/>; null for all of it.</summary>
        public string? Function => Otherwise.Function;
    }

    /// <summary>Someone's words, whole. They are never shortened: what no card can hold is shown in parts, see <see cref="LongText"/>.</summary>
    /// <param name="Title">Heading.</param>
    /// <param name="Words">The words, or one of <see cref="LongText.Parts"/>.</param>
    /// <param name="Source">Who said it, where and when.</param>
    /// <param name="PageText">Which part of how many, or null if this is all.</param>
    /// <param name="Buttons">What can be done next, the other parts among it.</param>
    public sealed record Quote(string Title, string Words, string Source, string? PageText, ImmutableArray<Button> Buttons) : Reply;
}

/// <summary>A figure, or a sign in its place.</summary>
/// <param name="Text">Short: "4", "12×", "☐"; at most 6 characters in a matrix and 12 elsewhere. It says by itself what its tone says. Empty for none, but in a matrix "–".</param>
/// <param name="Tone">How good or bad it is.</param>
public sealed record Figure(string Text, Tone Tone = Tone.Neutral);

/// <summary>How good or bad something is.</summary>
public enum Tone
{
    /// <summary>Neither, or not known.</summary>
    Neutral,

    /// <summary>Good.</summary>
    Good,

    /// <summary>To be watched.</summary>
    Warning,

    /// <summary>Bad, or late.</summary>
    Attention,
}

/// <summary>Things under a heading.</summary>
/// <param name="Heading">Heading; empty for none.</param>
/// <param name="Rows">In order.</param>
public sealed record BoardSection(string Heading, ImmutableArray<BoardRow> Rows);

/// <summary>A thing in a list.</summary>
/// <param name="Figure">What stands at its left.</param>
/// <param name="Title">What it is.</param>
/// <param name="Details">Lines below it, up to three.</param>
/// <param name="Toggle">What tapping the figure does, or null; the label is what screen readers say.</param>
/// <param name="Open">What tapping the rest does, or null.</param>
/// <param name="Settled">Whether it is over: it is struck through.</param>
public sealed record BoardRow(
    Figure Figure,
    string Title,
    ImmutableArray<string> Details,
    Button? Toggle = null,
    CardAction? Open = null,
    bool Settled = false);

/// <summary>The figures about one.</summary>
/// <param name="Name">Who.</param>
/// <param name="Cells">A figure a column.</param>
/// <param name="Detail">A line below, or null.</param>
/// <param name="Open">What tapping the name does, or null.</param>
public sealed record MatrixRow(string Name, ImmutableArray<MatrixCell> Cells, string? Detail = null, CardAction? Open = null);

/// <summary>A figure of a matrix.</summary>
/// <param name="Figure">The figure; where there is none yet, a "–".</param>
/// <param name="Open">What tapping it does, or null.</param>
public sealed record MatrixCell(Figure Figure, CardAction? Open = null);

/// <summary>A fact.</summary>
/// <param name="Label">What it is about, one or two words.</param>
/// <param name="Value">What it is.</param>
public sealed record BriefFact(string Label, string Value);

/// <summary>A part of a brief.</summary>
/// <param name="Heading">Heading; empty for none.</param>
/// <param name="Paragraphs">Text below it.</param>
/// <param name="Points">A list below that.</param>
/// <param name="Quotes">What was said about it.</param>
/// <param name="More">The way to what is not in the brief, or null.</param>
public sealed record BriefSection(
    string Heading,
    ImmutableArray<string> Paragraphs,
    ImmutableArray<string> Points,
    ImmutableArray<Quotation> Quotes,
    Button? More = null);

/// <summary>Someone's words within a page. What is long is shortened there, with the way to the whole.</summary>
/// <param name="Words">The words, as they were written down.</param>
/// <param name="Source">Who said it, where and when.</param>
/// <param name="Open">Shows all of it; it can be reached only where the words are shortened. Null where there is nothing to open: then they are whole as far as a card holds them.</param>
public sealed record Quotation(string Words, string Source, CardAction? Open);

/// <summary>A number of the situation.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The number, as a person reads it.</param>
/// <param name="Detail">What there is to say of it, or null.</param>
/// <param name="Tone">How good or bad it is.</param>
/// <param name="Open">Leads to where it comes from.</param>
public sealed record DashboardFigure(string Label, string Value, string? Detail, Tone Tone, CardAction Open);

/// <summary>A file to take away.</summary>
/// <param name="Label">Label of the link.</param>
/// <param name="Form">Which form.</param>
/// <param name="Link">The link, or null.</param>
/// <param name="Save">Puts it into the person's OneDrive, or null. The edge takes it off where the client has no way to ask.</param>
public sealed record FileOffer(string Label, ReadoutForm Form, Uri? Link = null, Button? Save = null);
