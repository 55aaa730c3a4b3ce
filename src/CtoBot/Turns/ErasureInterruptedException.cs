namespace CtoBot.Turns;

/// <summary>A person's erasure has perhaps begun, and is not finished. What finds it next finishes it.</summary>
public sealed class ErasureInterruptedException : Exception
{
    /// <summary>With what interrupted it.</summary>
    public ErasureInterruptedException(Exception inner) : this("An erasure was interrupted.", inner)
    {
    }

    /// <inheritdoc/>
    public ErasureInterruptedException()
    {
    }

    /// <inheritdoc/>
    public ErasureInterruptedException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public ErasureInterruptedException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
