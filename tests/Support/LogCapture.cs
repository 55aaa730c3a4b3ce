using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CtoBot.Tests.Support;

/// <summary>A line of a log.</summary>
/// <param name="Category">Who wrote it.</param>
/// <param name="Level">Its level.</param>
/// <param name="Text">All that a sink could write of it: the message, its values, the scopes and the whole exception.</param>
public sealed record LogLine(string Category, LogLevel Level, string Text);

/// <summary>Keeps every line that a host logs, of every level, with everything that a sink could make of it.</summary>
public sealed class LogCapture : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<LogLine> _lines = new();
    private IExternalScopeProvider? _scopes;

    /// <summary>The lines so far.</summary>
    public IReadOnlyCollection<LogLine> Lines => _lines;

    /// <summary>The lines that tell of a fault of the bot.</summary>
    public IEnumerable<LogLine> Errors => _lines.Where(line => line.Level >= LogLevel.Error);

    /// <summary>Lines below this level are not kept: a long run would be remembered whole.</summary>
    public LogLevel Least { get; set; } = LogLevel.Trace;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Logger(LogCapture capture, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => capture._scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= capture.Least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            List<string> text = [formatter(state, exception), Values(state), exception?.ToString() ?? ""];
            capture._scopes?.ForEachScope((scope, found) => found.Add(Values(scope)), text);
            capture._lines.Enqueue(new LogLine(category, logLevel, string.Join('\n', text.Where(part => part.Length > 0))));
        }

        private static string Values(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values
            ? string.Join(' ', values.Select(value => $"{value.Key}={value.Value}"))
            : state?.ToString() ?? "";
    }
}
