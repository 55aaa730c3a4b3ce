namespace AdaptiveCards;

/// <summary>An element that an <see cref="AdaptiveToggleVisibilityAction"/> shows or hides.</summary>
[JsonConverter(typeof(AdaptiveTargetElementConverter))]
public class AdaptiveTargetElement
{
    /// <summary>Makes a target without an id.</summary>
    public AdaptiveTargetElement()
    {
    }

    /// <summary>Makes a target that is toggled.</summary>
    /// <param name="elementId">The element's id.</param>
    public AdaptiveTargetElement(string elementId) => ElementId = elementId;

    /// <summary>Makes a target that is shown or hidden.</summary>
    /// <param name="elementId">The element's id.</param>
    /// <param name="isVisible">Whether it is to be shown.</param>
    public AdaptiveTargetElement(string elementId, bool isVisible)
    {
        ElementId = elementId;
        IsVisible = isVisible;
    }

    /// <summary>The element's id.</summary>
    public string ElementId { get; set; }

    /// <summary>Whether it is to be shown. Unset: the other way round than now.</summary>
    public bool? IsVisible { get; set; }

    /// <summary>Makes a target that is toggled.</summary>
    /// <param name="elementId">The element's id.</param>
    public static implicit operator AdaptiveTargetElement(string elementId) => new(elementId);
}
