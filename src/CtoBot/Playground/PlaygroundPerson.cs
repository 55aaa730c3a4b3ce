namespace CtoBot.Playground;

/// <summary>Somebody of the made-up company that the Playground shows.</summary>
/// <param name="Role">The person's role, as a label.</param>
/// <param name="GivenName">First name.</param>
/// <param name="Surname">Last name.</param>
/// <param name="AadObjectId">The person's Entra object id.</param>
public sealed record PlaygroundPerson(string Role, string GivenName, string Surname, Guid AadObjectId)
{
    /// <summary>The new CTO.</summary>
    public static readonly PlaygroundPerson Cto = new("CTO", "Alex", "Chen", new("7f3c2a10-5b64-4c8e-9a11-2d40c0f7e101"));

    /// <summary>The CMO.</summary>
    public static readonly PlaygroundPerson Cmo = new("CMO", "Priya", "Raman", new("7f3c2a10-5b64-4c8e-9a11-2d40c0f7e102"));

    /// <summary>All six: the Playground wants the signed-in user and exactly five others.</summary>
    public static readonly IReadOnlyList<PlaygroundPerson> Everyone =
    [
        Cto,
        Cmo,
        new("VP Sales & Marketing", "Marcus", "Hale", new("7f3c2a10-5b64-4c8e-9a11-2d40c0f7e103")),
        new("Head of customer support", "Sofia", "Lindqvist", new("7f3c2a10-5b64-4c8e-9a11-2d40c0f7e104")),
        new("Head of professional services", "Tomas", "Okafor", new("7f3c2a10-5b64-4c8e-9a11-2d40c0f7e105")),
        new("CFO", "Grace", "Kim", new("7f3c2a10-5b64-4c8e-9a11-2d40c0f7e106")),
    ];

    /// <summary>The name shown in the chat.</summary>
    public string Name => $"{GivenName} {Surname}";

    /// <summary>
    /// The person's id in the chat. The Playground's people picker sends it, where that of Teams sends the Entra object id: so it is that, without the
    /// <c>29:</c> with which Teams begins such ids.
    /// </summary>
    public string UserId => AadObjectId.ToString();

    /// <summary>The id of the person's own chat with the bot.</summary>
    public string PersonalChatId => $"a:{AadObjectId}";

    /// <summary>Mail address and sign-in name, in a domain that can never exist.</summary>
    public string Mail => $"{GivenName}.{Surname}@contoso.example".ToLowerInvariant();
}
