namespace CtoBot.Operations;

/// <summary>Writes how far a command is, at most once a second.</summary>
/// <param name="output">Where.</param>
/// <param name="time">The clock.</param>
/// <param name="line">The line for a state.</param>
internal sealed class ProgressLines<T>(TextWriter output, TimeProvider time, Func<T, string> line) : IProgress<T>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private long last = time.GetTimestamp();

    /// <inheritdoc/>
    public void Report(T value)
    {
        if (time.GetElapsedTime(last) < Pause)
            return;
        last = time.GetTimestamp();
        output.WriteLine(line(value));
    }
}
