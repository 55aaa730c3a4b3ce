using System.Globalization;
using System.Text;

namespace CtoBot.Cards;

/// <summary>Counts the characters that are written to it, and keeps none.</summary>
internal sealed class LengthWriter() : TextWriter(CultureInfo.InvariantCulture)
{
    /// <summary>How many there were.</summary>
    public int Length { get; private set; }

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.Unicode;

    /// <inheritdoc/>
    public override void Write(char value) => Length++;

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Length += count;

    /// <inheritdoc/>
    public override void Write(string? value) => Length += value?.Length ?? 0;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Length += buffer.Length;
}
