using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Partners;

/// <summary>The dialog of a check-in, whose subject names its day.</summary>
internal static class CheckInRules
{
    private const string Values = "values";
    private const string Done = "done";

    public static FlowRules Rules { get; } = new()
    {
        HasSubject = (scene, _, subject) => Of(scene, subject) is not null,
        Placeholders = context => [("day", Of(context.Scene, context.Draft.Subject) is var (_, day) ? day.ToString(CultureInfo.InvariantCulture) : "")],
        Defaults = new Dictionary<string, Func<DialogContext, string>>(StringComparer.Ordinal)
        {
            ["$metrics"] = context => string.Join('\n', Metrics(context).Select(metric => $"{metric.Name} | ")),
        }.ToFrozenDictionary(StringComparer.Ordinal),
        Options = new Dictionary<string, Func<DialogContext, ImmutableArray<ChoiceOption>>>(StringComparer.Ordinal)
        {
            ["commitments"] = context => [.. Commitments(context).Select((commitment, index) => new ChoiceOption(index.ToString(CultureInfo.InvariantCulture), commitment.What)), new ChoiceOption("none", context.Scene.Texts["pair.noneYet"])],
        }.ToFrozenDictionary(StringComparer.Ordinal),
        End = (context, _) => End(context),
    };

    private static (Seat Seat, int Day)? Of(Scene scene, string subject) =>
        PairSubject.Parse(subject) is var (pairId, numbers) && numbers is [var day] && Pairs.Find(scene, pairId) is { } seat && CheckIns.Dates(seat.Pair).Any(date => date.Day == day)
            ? (seat, (int)day)
            : null;

    private static ImmutableArray<JointMetric> Metrics(DialogContext context) =>
        Of(context.Scene, context.Draft.Subject) is var (seat, _) ? JointResults.Metrics(seat.Pair) : [];

    private static ImmutableArray<Commitment> Commitments(DialogContext context) =>
        Of(context.Scene, context.Draft.Subject) is var (seat, _) ? JointResults.Commitments(seat.Pair) : [];

    private static Outcome End(DialogContext context)
    {
        if (Of(context.Scene, context.Draft.Subject) is not var (seat, day))
            return PairReplies.NotThere(context.Scene, context.State);
        var values = ImmutableDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);
        foreach (var line in context.Draft.Value<AnswerValue.Table>(Values)?.Lines ?? [])
        {
            if (line.Cells.TryGetValue("metric", out var metric) && line.Cells.TryGetValue("value", out var value) && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
                values[metric] = number;
        }

        var commitments = Commitments(context);
        var act = new PairAct.HoldCheckIn(
            day,
            values.ToImmutable(),
            [.. context.Draft.Value<AnswerValue.Choices>(Done)?.Values.Select(index => int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < commitments.Length ? commitments[at].What : null).OfType<string>() ?? []],
            context.Draft.Value<AnswerValue.Text>("note")?.Words,
            context.Draft.Value<AnswerValue.YesNo>("announce")?.Value == true);
        return new Outcome(context.State.Want(context.Scene, seat.Pair.Id, act), [], After: new AfterSync(seat.Pair.Id, Views.PairCheckIn(seat.Pair.Id), context.Scene.Texts["pair.checkedIn"]));
    }
}
