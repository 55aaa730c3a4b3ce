using System.Collections.Immutable;

namespace CtoBot.Core.Plan;

/// <summary>Makes the lines of a checklist, numbered as typed commands name them.</summary>
internal sealed class LineMaker
{
    private readonly Scene _scene;
    private readonly string _view;
    private readonly ImmutableArray<PlanItem>? _numbered;
    private int _count;

    /// <summary>For a list whose own order gives the numbers: today's.</summary>
    public LineMaker(Scene scene, string view)
    {
        _scene = scene;
        _view = view;
    }

    /// <summary>For another list: only steps that also stand in today's have a number.</summary>
    public LineMaker(Scene scene, string view, PersonalPlan plan) : this(scene, view) => _numbered = Checklists.Numbered(scene, plan);

    public ImmutableArray<StepLine> Make(ImmutableArray<PlanItem> items, bool dated = false) => [.. items.Select(item => Make(item, dated))];

    private StepLine Make(PlanItem item, bool dated)
    {
        var texts = _scene.Texts;
        var mark = item.State switch
        {
            { DoneAt: not null } => StepMark.Done,
            { SkippedAt: not null } => StepMark.Skipped,
            _ => StepMark.Open,
        };
        var verb = mark == StepMark.Open ? Verbs.Tick : Verbs.Untick;
        return new StepLine(
            Number(item),
            item.Step.Title,
            string.Join(" · ", Details(item, dated)),
            item.State?.Note,
            mark,
            new Button(
                texts.Say(mark == StepMark.Open ? "checklist.tick" : "checklist.untick", ("step", item.Step.Title)),
                CardAction.Of(verb, (DataKeys.Step, item.Key), (DataKeys.View, _view))),
            new Button(
                texts.Say("checklist.open", ("step", item.Step.Title)),
                CardAction.Show(Views.Step(item.Key, _view))));
    }

    private int? Number(PlanItem item)
    {
        if (_numbered is not { } numbered)
            return ++_count;
        var index = numbered.IndexOf(item);
        return index < 0 ? null : index + 1;
    }

    private IEnumerable<string> Details(PlanItem item, bool dated)
    {
        var texts = _scene.Texts;
        if (item.State?.SkippedAt is not null)
            yield return texts["checklist.left"];
        if (dated)
            yield return texts.ShortDay(item.Date);
        if (item.Step.Part != DayPart.Any)
            yield return texts["part." + item.Step.Part.ToString().ToLowerInvariant()];
        if (item.State?.MovedTo is { } moved)
        {
            // A day of the plan keeps its steps, wherever they were moved.
            yield return _view == Views.Day(item.Day)
                ? texts.Say("checklist.movedTo", ("date", texts.ShortDay(moved)))
                : texts.Say("checklist.movedFrom", ("date", texts.ShortDay(item.Planned)));
        }
    }
}
