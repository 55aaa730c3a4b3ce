using System.Collections.Immutable;
using CtoBot.Core.Content;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Plan;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Readout;

/// <summary>Makes the readout of a person: for themselves, or to be handed on.</summary>
public static class ReadoutReport
{
    /// <summary>The readout; null of somebody who has no plan, because they are no CTO or not set up.</summary>
    /// <param name="library">What the bot says.</param>
    /// <param name="state">The person's state.</param>
    /// <param name="filed">Their filed dialogs by <see cref="Draft.Id"/>.</param>
    /// <param name="now">When it is made.</param>
    /// <param name="own">Whether it is for the person's own eyes: then every quote is in it, with its name. What is handed on holds only what may be.</param>
    public static ReadoutPage? Of(ContentLibrary library, PersonState state, ImmutableDictionary<string, Draft> filed, Instant now, bool own)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(state);
        var scene = Scene.For(library, state, now, new Records(filed));
        return PersonalPlan.Of(scene.Content.Plan, state) is { } plan ? Of(new Finding(scene, state, Views.Readout, null), plan, own) : null;
    }

    /// <summary>The readout within a turn.</summary>
    internal static ReadoutPage Of(Finding finding, PersonalPlan plan, bool own)
    {
        var (scene, texts) = (finding.Scene, finding.Scene.Texts);
        var figures = ReadoutFigures.Of(finding.Book, plan, scene.Today);
        var quotes = own ? ReadoutQuotes.Own(finding, figures) : ReadoutQuotes.Handed(finding, figures);
        return new ReadoutPage(
            texts["readout.title"],
            Wording.Line(SetupAnswers.Draft(finding.State)?.Text(SetupAnswers.Company), texts.Day(scene.Today) + FormattableString.Invariant($" {scene.Today.Year}")),
            scene.Today,
            texts,
            ReadoutFacts.Of(scene, figures, quotes.Length),
            ReadoutSections.Of(finding, figures, quotes, own))
        {
            Progress = ReadoutCharts.Progress(scene, figures),
            Customers = [.. finding.Book.Active.Select(customer => (customer.Id, customer.Name))],
            Functions = [.. Functions.All.Append(Functions.Product).Append(Functions.Price).Select(function => (function, scene.Function(function)!))],
        };
    }
}
