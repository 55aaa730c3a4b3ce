using System.Collections.Immutable;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows.Fieldwork;
using CtoBot.Core.Rollups;
using CtoBot.Core.State;

namespace CtoBot.Core.Fieldwork;

/// <summary>
/// A page to read before a visit or a meeting. Each holds no more than its record (see <see cref="Rollups.Briefs"/>) does: only what
/// concerns the one it is about.
/// </summary>
internal static class BriefCards
{
    /// <summary>What <see cref="Views.Brief"/> calls the brief for the person's own organisation.</summary>
    public const string OwnTeam = "own-team";

    /// <summary>The most names on a line.</summary>
    private const int MostNames = 6;

    /// <summary>The brief, or null if there is none.</summary>
    /// <param name="finding">What the view is made from.</param>
    /// <param name="about">A meeting of <see cref="MeetingCards.All"/>, <see cref="OwnTeam"/>, a direct report's slug, or a visit.</param>
    public static Reply? Show(Finding finding, string about) => about switch
    {
        "sales" => SalesBriefCard.Of(finding),
        "support" => ServiceBriefCards.Support(finding),
        "services" => ServiceBriefCards.Services(finding),
        "cfo" => CfoBriefCard.Of(finding),
        OwnTeam => TeamBriefCards.OwnTeam(finding),
        _ when MeetingRules.Name(finding.State, about) is not null => TeamBriefCards.Report(finding, about),
        _ => VisitBriefCard.Of(finding, about),
    };

    /// <summary>The brief of a visit as it is sent the evening before or the same morning; null if there is no such visit.</summary>
    public static Reply? Visit(Scene scene, PersonState state, string visit) => VisitBriefCard.Of(new Finding(scene, state, Views.Brief(visit), null), visit);

    /// <summary>The brief of a meeting.</summary>
    /// <param name="finding">What the view is made from.</param>
    /// <param name="flow">The flow of its notes.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="with">Whom it is with.</param>
    /// <param name="facts">What one has to know at once.</param>
    /// <param name="sections">The rest.</param>
    /// <param name="more">Where the whole of it stands.</param>
    public static Reply.Brief Meeting(
        Finding finding, string flow, string subject, IEnumerable<string> with, IEnumerable<BriefFact> facts, IEnumerable<BriefSection> sections, params IEnumerable<Button> more)
    {
        var (scene, state) = (finding.Scene, finding.State);
        var name = MeetingCards.NameOf(scene, state, flow, subject);
        return Page(finding, name, with, facts, sections, [new Button(scene.Texts.Say("meeting.notesOn", ("meeting", name)), MeetingCards.Takes(scene, state, flow, subject)), .. more]);
    }

    /// <summary>The brief of this name.</summary>
    public static Reply.Brief Page(
        Finding finding, string name, IEnumerable<string> with, IEnumerable<BriefFact> facts, IEnumerable<BriefSection> sections, IEnumerable<Button> buttons)
    {
        var texts = finding.Scene.Texts;
        string[] people = [.. with];
        var debriefs = finding.Book.Counted.Count();
        return new Reply.Brief(
            texts.Say("brief.title", ("subject", name)),
            finding.Notice?.Text,
            texts.Sentences(texts["brief.only"], debriefs == 0 ? texts["brief.fromNone"] : texts.Say("brief.from", ("debriefs", finding.Scene.Count("list.debriefs", debriefs)))),
            [.. people.Length == 0 ? [] : new[] { new BriefFact(texts["brief.with"], texts.List(people)) }, .. facts],
            [.. sections],
            finding.Buttons([], [.. buttons, finding.Go("meeting.all", Views.Meetings)]));
    }

    /// <summary>How a function is rated: on average, and who rates it low.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="label">What it is called.</param>
    /// <param name="function">What the customers say of it.</param>
    public static IEnumerable<BriefFact> Marks(Scene scene, string label, FunctionSummary function)
    {
        var texts = scene.Texts;
        var figures = function.Figures;
        yield return new BriefFact(label, figures.Average is { } average
            ? texts.Say("service.average", ("rating", scene.Average(average)), ("customers", scene.Count("list.customers", figures.Ratings)))
            : texts["brief.marksNone"]);
        if (figures.LowRatings > 0)
            yield return new BriefFact(texts["brief.low"], Names(scene, function.Ratings.Where(rating => rating.Points <= FunctionFigures.Low).Select(rating => rating.Customer)));
    }

    /// <summary>"Marks on average: Sales 2.8, Training 3.5"; null if nothing is rated.</summary>
    public static string? Averages(Scene scene, ImmutableArray<FunctionFigures> functions)
    {
        var marks =
            from figures in functions
            where figures.Average is not null
            select scene.Texts.Say("brief.mark", ("function", scene.Function(figures.Function)!), ("rating", scene.Average(figures.Average!.Value)));
        return scene.Texts.Items(marks) is { Length: > 0 } all ? scene.Texts.Say("brief.averages", ("marks", all)) : null;
    }

    /// <summary>"2 customers (Acme and Beta)"; of many, only how many.</summary>
    public static string Names(Scene scene, IEnumerable<CustomerName> customers)
    {
        string[] names = [.. customers.Select(customer => customer.Name)];
        var count = scene.Count("list.customers", names.Length);
        return names.Length is 0 or > MostNames ? count : scene.Texts.Say("brief.names", ("customers", count), ("names", scene.Texts.List(names)));
    }
}
