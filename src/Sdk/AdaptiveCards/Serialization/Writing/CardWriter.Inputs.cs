namespace AdaptiveCards;

// Inputs.
internal sealed partial class CardWriter
{
    private void TextInput(AdaptiveTextInput input)
    {
        if (!Start(input)) return;
        Text("placeholder", input.Placeholder);
        Text("value", input.Value);
        Word("style", input.Style);
        Flag("isMultiline", input.IsMultiline);
        Number("maxLength", input.MaxLength);
        Element("inlineAction", input.InlineAction);
        Text("regex", input.Regex);
        EndInput(input);
    }

    private void NumberInput(AdaptiveNumberInput input)
    {
        if (!Start(input)) return;
        Text("placeholder", input.Placeholder);
        Number("value", input.Value);
        Number("min", input.Min);
        Number("max", input.Max);
        EndInput(input);
    }

    private void DateInput(AdaptiveDateInput input)
    {
        if (!Start(input)) return;
        Text("placeholder", input.Placeholder);
        Text("value", input.Value);
        Text("min", input.Min);
        Text("max", input.Max);
        EndInput(input);
    }

    private void TimeInput(AdaptiveTimeInput input)
    {
        if (!Start(input)) return;
        Text("placeholder", input.Placeholder);
        Text("value", input.Value);
        Text("min", input.Min);
        Text("max", input.Max);
        EndInput(input);
    }

    private void ToggleInput(AdaptiveToggleInput input)
    {
        if (!Start(input, input.Title is not null)) return;
        Text("title", input.Title);
        Text("value", input.Value);
        Text("valueOn", input.ValueOn, usual: "true");
        Text("valueOff", input.ValueOff, usual: "false");
        Flag("wrap", input.Wrap);
        EndInput(input);
    }

    private void ChoiceSetInput(AdaptiveChoiceSetInput input)
    {
        if (!Start(input, input.Choices is not null)) return;
        Text("value", input.Value);
        Word("style", input.Style);
        Flag("isMultiSelect", input.IsMultiSelect);
        Objects("choices", input.Choices, static (writer, choice) => writer.Pair(choice, choice.Title, choice.Value));
        Flag("wrap", input.Wrap);
        Text("placeholder", input.Placeholder);
        EndInput(input);
    }

    private void EndInput(AdaptiveInput input)
    {
        Flag("isRequired", input.IsRequired);
        Text("label", input.Label);
        Text("errorMessage", input.ErrorMessage);
        EndElement(input);
    }
}
