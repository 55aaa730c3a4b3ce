namespace CtoBot.Operations;

/// <summary>The settings under <c>Ops</c>.</summary>
public sealed class OpsOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Ops";

    /// <summary>What operators' requests carry as bearer token. Without it their pages are there in Development only, for this machine. A secret: keep it out of files.</summary>
    public string? Key { get; set; }
}
