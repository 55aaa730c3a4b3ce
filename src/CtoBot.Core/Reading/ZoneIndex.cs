namespace CtoBot.Core.Reading;

/// <summary>x</summary>
public sealed class ZoneIndex
{
    /// <summary>x</summary>
    public static ZoneIndex Create(Places places) => throw new NotSupportedException();
}
