namespace CtoBot.Playground;

/// <summary>
/// Renders <c>.m365agentsplayground.yml</c>, the people, chats and ids of one Playground.
/// The ids of the configuration that comes with the Playground are no valid GUIDs, and it has one user only.
/// </summary>
public static class PlaygroundConfig
{
    /// <summary>The name under which the Playground looks for its configuration in the working folder.</summary>
    public const string FileName = ".m365agentsplayground.yml";

    /// <summary>The tenant of everyone in <see cref="PlaygroundPerson.Everyone"/>.</summary>
    public static readonly Guid TenantId = new("7f3c2a10-5b64-4c8e-9a11-2d40c0f7e001");

    /// <summary>The bot's application id. Its Teams id is <c>28:</c> and this.</summary>
    public static readonly Guid BotId = new("7f3c2a10-5b64-4c8e-9a11-2d40c0f7e0b0");

    /// <summary>The group chat's name.</summary>
    public const string GroupChatName = "Leadership";

    /// <summary>The team's name.</summary>
    public const string TeamName = "Contoso";

    /// <summary>The name of the team's only channel besides General.</summary>
    public const string ChannelName = "Customer visits";

    /// <summary>The configuration of the Playground in which <paramref name="currentUser"/> is signed in, as YAML.</summary>
    public static string Render(PlaygroundPerson currentUser)
    {
        ArgumentNullException.ThrowIfNull(currentUser);
        var others = PlaygroundPerson.Everyone.Where(person => person != currentUser).Select(person => $"  - {Person(person, "    ")}");
        return
            $"""
            version: "0.1.1"
            tenantId: "{TenantId}"
            bot:
              id: "28:{BotId}"
              name: "CtoBot"
            currentUser:
              {Person(currentUser, "  ")}
            users:
            {string.Join('\n', others)}
            personalChat:
              id: "{currentUser.PersonalChatId}"
            groupChat:
              id: "19:7f3c2a105b644c8e9a112d40c0f7e301@thread.v2"
              name: "{GroupChatName}"
            team:
              id: "19:7f3c2a105b644c8e9a112d40c0f7e302@thread.tacv2"
              name: "{TeamName}"
              aadGroupId: "7f3c2a10-5b64-4c8e-9a11-2d40c0f7e201"
              channels:
                - id: "19:7f3c2a105b644c8e9a112d40c0f7e303@thread.tacv2"
                  name: "{ChannelName}"

            """.ReplaceLineEndings("\n");
    }

    // "Principle" is how the Playground's schema spells the key.
    private static string Person(PlaygroundPerson person, string indent) => string.Join('\n' + indent,
        $"id: \"{person.UserId}\"",
        $"name: \"{person.Name}\"",
        $"userPrincipleName: \"{person.Mail}\"",
        $"aadObjectId: \"{person.AadObjectId}\"",
        $"givenName: \"{person.GivenName}\"",
        $"surname: \"{person.Surname}\"",
        $"email: \"{person.Mail}\"");
}
