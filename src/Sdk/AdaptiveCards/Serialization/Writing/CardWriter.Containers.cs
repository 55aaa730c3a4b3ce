namespace AdaptiveCards;

// Cards, and the elements that hold others.
internal sealed partial class CardWriter
{
    private void Card(AdaptiveCard card)
    {
        if (!Start(card)) return;
        Text("fallbackText", card.FallbackText);
        Text("speak", card.Speak);
        Text("lang", card.Lang);
        if (card.ShouldSerializeHeight()) Height(card.Height);
        if (card.ShouldSerializeBody()) Elements("body", card.Body);
        if (card.ShouldSerializeActions()) Elements("actions", card.Actions);
        Text("minHeight", card.MinHeight);
        Flag("rtl", card.Rtl);
        Word("verticalContentAlignment", card.VerticalContentAlignment);
        Element("selectAction", card.SelectAction);
        End(card);
    }

    private void Container(AdaptiveContainer container)
    {
        if (Start(container)) EndContainer(container);
    }

    private void Column(AdaptiveColumn column)
    {
        if (!Start(column)) return;
        Text("width", column.Width);
        EndContainer(column);
    }

    private void ColumnSet(AdaptiveColumnSet columns)
    {
        if (!Start(columns, columns.Columns is not null)) return;
        Elements("columns", columns.Columns);
        EndCollection(columns);
    }

    private void ActionSet(AdaptiveActionSet actions)
    {
        if (!Start(actions, actions.Actions is not null)) return;
        Elements("actions", actions.Actions);
        EndElement(actions);
    }

    private void UnknownElement(AdaptiveUnknownElement element)
    {
        if (Start(element)) EndElement(element);
    }

    private void EndContainer(AdaptiveContainer container)
    {
        Elements("items", container.Items);
        Flag("rtl", container.Rtl);
        EndCollection(container);
    }

    private void EndCollection(AdaptiveCollectionElement collection)
    {
        Word("style", collection.Style);
        Word("verticalContentAlignment", collection.VerticalContentAlignment);
        Element("selectAction", collection.SelectAction);
        Flag("bleed", collection.Bleed);
        Text("minHeight", collection.MinHeight);
        EndElement(collection);
    }

    private void EndElement(AdaptiveElement element)
    {
        Word("spacing", element.Spacing);
        Flag("separator", element.Separator);
        if (element.ShouldSerializeHeight()) Height(element.Height);
        Flag("isVisible", element.IsVisible, usual: true);
        End(element);
    }
}
