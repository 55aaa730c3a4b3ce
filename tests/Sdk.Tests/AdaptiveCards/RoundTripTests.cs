namespace CtoBot.Sdk.Tests.AdaptiveCards;

/// <summary>The JSON is that of the schema's documentation, with every property that has a member set to another value than its default.</summary>
public class RoundTripTests
{
    [Theory]
    [InlineData("""{"type":"TextBlock","id":"t","text":"**Hi**","size":"extraLarge","weight":"bolder","color":"attention","isSubtle":true,"horizontalAlignment":"center","wrap":true,"maxLines":3,"fontType":"monospace","style":"heading","spacing":"padding","separator":true,"isVisible":false,"height":"stretch"}""")]
    [InlineData("""{"type":"RichTextBlock","horizontalAlignment":"right","inlines":[{"type":"TextRun","text":"a","italic":true,"strikethrough":true,"highlight":true,"underline":true,"size":"small","weight":"lighter","color":"good","isSubtle":true,"fontType":"monospace","selectAction":{"type":"Action.Submit"}}]}""")]
    [InlineData("""{"type":"Image","url":"https://example.org/i.png","altText":"A chart","size":"large","style":"person","horizontalAlignment":"center","backgroundColor":"#FF0000","width":"80px","height":"40px","selectAction":{"type":"Action.OpenUrl","url":"https://example.org/"}}""")]
    [InlineData("""{"type":"Image","url":"data:image/svg+xml;base64,PHN2Zy8+","altText":"Progress"}""")]
    [InlineData("""{"type":"Container","style":"emphasis","bleed":true,"minHeight":"50px","verticalContentAlignment":"center","rtl":true,"selectAction":{"type":"Action.Execute","verb":"open"},"items":[{"type":"TextBlock","text":"in"}]}""")]
    [InlineData("""{"type":"ColumnSet","style":"warning","columns":[{"type":"Column","width":"auto","items":[]},{"type":"Column","width":"2","verticalContentAlignment":"bottom","items":[{"type":"TextBlock","text":"b"}],"selectAction":{"type":"Action.Submit"}}]}""")]
    [InlineData("""{"type":"FactSet","facts":[{"title":"Due","value":"Friday"}]}""")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Submit","title":"Go"}]}""")]
    [InlineData("""{"type":"Table","gridStyle":"accent","showGridLines":false,"firstRowAsHeaders":true,"columns":[{"width":1},{"width":"80px","verticalCellContentAlignment":"center","horizontalCellContentAlignment":"right"},{}],"rows":[{"type":"TableRow","style":"good","horizontalCellContentAlignment":"center","cells":[{"type":"TableCell","rtl":false,"items":[{"type":"TextBlock","text":"a"}]}]}]}""")]
    [InlineData("""{"type":"Input.Text","id":"i","label":"Name","isRequired":true,"errorMessage":"Please","placeholder":"p","value":"v","style":"email","isMultiline":true,"maxLength":10,"regex":"^a+$","inlineAction":{"type":"Action.Submit","iconUrl":"https://example.org/i.png"}}""")]
    [InlineData("""{"type":"Input.Number","id":"i","placeholder":"p","value":1.5,"min":0.0,"max":10.0}""")]
    [InlineData("""{"type":"Input.Date","id":"i","placeholder":"p","value":"2026-03-06","min":"2026-01-01","max":"2026-12-31"}""")]
    [InlineData("""{"type":"Input.Time","id":"i","placeholder":"p","value":"07:30","min":"06:00","max":"20:00"}""")]
    [InlineData("""{"type":"Input.Toggle","id":"i","title":"On","value":"yes","valueOn":"yes","valueOff":"no","wrap":true}""")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"i","value":"a,b","style":"filtered","isMultiSelect":true,"wrap":true,"placeholder":"p","choices":[{"title":"A","value":"a"},{"title":"B","value":"b"}]}""")]
    public void An_element_survives(string element) => CardAssert.SurvivesARoundTrip(element);

    [Theory]
    [InlineData("""{"type":"Action.Execute","id":"x","title":"Tick","verb":"tick","data":{"step":"a","when":"2026-03-06T07:00:00+01:00","n":3},"associatedInputs":"none","iconUrl":"https://example.org/i.png","style":"positive","isEnabled":false,"mode":"secondary","tooltip":"Tick it","fallback":{"type":"Action.Submit","title":"Tick"}}""")]
    [InlineData("""{"type":"Action.Submit","title":"Go","data":"text","associatedInputs":"none","style":"destructive"}""")]
    [InlineData("""{"type":"Action.OpenUrl","title":"Read","url":"https://example.org/a"}""")]
    [InlineData("""{"type":"Action.ToggleVisibility","title":"More","targetElements":["a",{"elementId":"b","isVisible":true}]}""")]
    [InlineData("""{"type":"Action.ShowCard","title":"Open","card":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"in"}]}}""")]
    [InlineData("""{"type":"Action.ShowCard","title":"Open","card":{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"in"}]}}""")]
    [InlineData("""{"type":"Action.Submit","fallback":"drop"}""")]
    public void An_action_survives(string action) => CardAssert.ActionSurvivesARoundTrip(action);

    [Theory]
    [InlineData("""{"type":"TextBlock","text":"a","labelFor":"i","targetWidth":"wide","nested":{"b":[1,2.5,null,true]}}""")]
    [InlineData("""{"type":"TextBlock","text":"مرحبا 👩‍🚀 \u0001 <b>"}""")]
    public void What_no_member_stands_for_survives(string element) => CardAssert.SurvivesARoundTrip(element);
}
