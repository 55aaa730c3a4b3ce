namespace CtoBot.Core.Readout;

/// <summary>Whether a quote may be handed on, as the person decided. Who said it was not asked by the bot: so a name never goes out by itself.</summary>
public enum QuoteUse
{
    /// <summary>Without a name: what holds until the person decides.</summary>
    Anonymous,

    /// <summary>With the name of who said it, because they agreed.</summary>
    Named,

    /// <summary>Not at all.</summary>
    Out,
}
