namespace CtoBot.Operations;

/// <summary>Something an operator does with <c>dotnet run --project src/CtoBot -- NAME …</c>.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Usage">Its arguments.</param>
/// <param name="Help">What it does, in a line.</param>
/// <param name="RunAsync">Does it. False: it was not done, and the reason is written.</param>
internal sealed record OperatorCommand(string Name, string Usage, string Help, Func<OperatorContext, CancellationToken, Task<bool>> RunAsync)
{
    /// <summary>The words of the name.</summary>
    public string[] Words { get; } = Name.Split(' ');
}

/// <summary>What a command works with.</summary>
/// <param name="Arguments">What was typed after the name, <c>--name value</c>.</param>
/// <param name="Services">The store of the settings, among others; nothing is started.</param>
/// <param name="Output">For progress and results.</param>
/// <param name="AsJson">Whether a program reads the results.</param>
internal sealed record OperatorContext(IConfiguration Arguments, IServiceProvider Services, TextWriter Output, bool AsJson = false)
{
    /// <summary>The clock.</summary>
    public TimeProvider Time => Services.GetRequiredService<TimeProvider>();
}

/// <summary>A command cannot be carried out as it was given. The message tells the operator what to change.</summary>
internal sealed class OperatorException : Exception
{
    /// <summary>With what to change.</summary>
    public OperatorException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public OperatorException()
    {
    }

    /// <inheritdoc/>
    public OperatorException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
