namespace Microsoft.Bot.Schema;

/// <summary>The action of an installation update.</summary>
public static class InstallationUpdateActionTypes
{
    /// <summary>The app was installed.</summary>
    public const string Add = "add";

    /// <summary>The app was removed.</summary>
    public const string Remove = "remove";
}
