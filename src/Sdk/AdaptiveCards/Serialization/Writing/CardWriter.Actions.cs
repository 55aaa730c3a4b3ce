namespace AdaptiveCards;

// Actions.
internal sealed partial class CardWriter
{
    private static readonly AdaptiveTargetElementConverter Targets = new();

    private void ExecuteAction(AdaptiveExecuteAction action)
    {
        if (!Start(action)) return;
        Data(action.Data);
        Word("associatedInputs", action.AssociatedInputs);
        Text("verb", action.Verb);
        EndAction(action);
    }

    private void SubmitAction(AdaptiveSubmitAction action)
    {
        if (!Start(action)) return;
        Data(action.Data);
        Word("associatedInputs", action.AssociatedInputs);
        EndAction(action);
    }

    private void OpenUrlAction(AdaptiveOpenUrlAction action)
    {
        if (!Start(action, action.Url is not null)) return;
        Url("url", action.Url);
        EndAction(action);
    }

    private void ShowCardAction(AdaptiveShowCardAction action)
    {
        if (!Start(action, action.Card is not null)) return;
        Element("card", action.Card);
        EndAction(action);
    }

    private void ToggleVisibilityAction(AdaptiveToggleVisibilityAction action)
    {
        if (!Start(action)) return;
        if (action.TargetElements is { } targets)
            Objects("targetElements", targets, static (writer, target) => Targets.WriteJson(writer.json, target, writer.serializer));
        EndAction(action);
    }

    private void UnknownAction(AdaptiveUnknownAction action)
    {
        if (Start(action)) EndAction(action);
    }

    private void Data(object data)
    {
        if (data is null) return;
        Name("data");
        Value(data);
    }

    private void EndAction(AdaptiveAction action)
    {
        Text("title", action.Title);
        Text("iconUrl", action.IconUrl);
        Text("style", action.Style, usual: "default");
        Flag("isEnabled", action.IsEnabled, usual: true);
        Word("mode", action.Mode);
        Text("tooltip", action.Tooltip);
        End(action);
    }
}
