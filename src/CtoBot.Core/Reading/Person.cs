namespace CtoBot.Core.Reading;

/// <summary>A person somebody named.</summary>
/// <param name="Name">The name as it was typed; the e-mail address or id when nothing else was given.</param>
/// <param name="Email">The e-mail address as it was typed, if one was given.</param>
/// <param name="AadObjectId">The Microsoft Entra object id, when the name came from a people picker.</param>
public sealed record Person(string Name, string? Email = null, string? AadObjectId = null)
{
    /// <summary>The form that <see cref="PeopleReader"/> reads back, for example <c>Ann Lee &lt;ann@example.com&gt;</c>.</summary>
    public override string ToString() => Email is null || Email == Name ? Name : $"{Name} <{Email}>";
}
