namespace AdaptiveCards;

// Texts and pictures.
internal sealed partial class CardWriter
{
    private void TextBlock(AdaptiveTextBlock block)
    {
        if (!Start(block, block.Text is not null)) return;
        Word("size", block.Size);
        Word("weight", block.Weight);
        Word("color", block.Color);
        Flag("isSubtle", block.IsSubtle);
        Text("text", block.Text);
        Word("horizontalAlignment", block.HorizontalAlignment);
        Flag("wrap", block.Wrap);
        Number("maxLines", block.MaxLines);
        Word("fontType", block.FontType);
        Word("style", block.Style);
        EndElement(block);
    }

    private void RichTextBlock(AdaptiveRichTextBlock block)
    {
        if (!Start(block, block.Inlines is not null)) return;
        Word("horizontalAlignment", block.HorizontalAlignment);
        Elements("inlines", block.Inlines);
        EndElement(block);
    }

    private void TextRun(AdaptiveTextRun run)
    {
        if (!Start(run, run.Text is not null)) return;
        Word("size", run.Size);
        Word("weight", run.Weight);
        Word("color", run.Color);
        Flag("isSubtle", run.IsSubtle);
        Flag("italic", run.Italic);
        Flag("strikethrough", run.Strikethrough);
        Flag("highlight", run.Highlight);
        Text("text", run.Text);
        Word("fontType", run.FontType);
        Element("selectAction", run.SelectAction);
        Flag("underline", run.Underline);
        End(run);
    }

    private void FactSet(AdaptiveFactSet facts)
    {
        if (!Start(facts, facts.Facts is not null)) return;
        Objects("facts", facts.Facts, static (writer, fact) => writer.Pair(fact, fact.Title, fact.Value));
        EndElement(facts);
    }

    private void Image(AdaptiveImage image)
    {
        if (!Start(image, image.Url is not null)) return;
        Word("size", image.Size);
        Word("style", image.Style);
        Url("url", image.Url);
        Word("horizontalAlignment", image.HorizontalAlignment);
        Text("backgroundColor", image.BackgroundColor);
        Element("selectAction", image.SelectAction);
        Text("altText", image.AltText);
        if (image.PixelWidth != 0) Text("width", PixelConverter.Write(image.PixelWidth));
        EndElement(image);
    }

    /// <summary>An object of two texts, both of them required.</summary>
    private void Pair(object pair, string title, string value)
    {
        if (title is null || value is null)
        {
            serializer.Serialize(json, pair);
            return;
        }
        json.WriteStartObject();
        Text("title", title);
        Text("value", value);
        json.WriteEndObject();
    }
}
