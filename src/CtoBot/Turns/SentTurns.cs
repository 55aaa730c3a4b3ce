using System.Collections.Concurrent;

namespace CtoBot.Turns;

/// <summary>
/// Remembers which inputs this process has answered, so that a repeated delivery is not answered twice.
/// After a crash it is empty, and a repeated delivery is answered again: nobody is left without the next question.
/// </summary>
public sealed class SentTurns
{
    private const int Capacity = 20_000;
    private readonly ConcurrentDictionary<(string, string), byte> _sent = new();
    private readonly ConcurrentQueue<(string, string)> _order = new();

    /// <summary>Notes that the answer is about to be sent. False if it was before; true for an input without an id.</summary>
    public bool Begin(PersonKey person, string inputId)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (inputId.Length == 0)
            return true;
        var key = (person.Partition, inputId);
        if (!_sent.TryAdd(key, 0))
            return false;
        _order.Enqueue(key);
        while (_order.Count > Capacity && _order.TryDequeue(out var oldest))
            _sent.TryRemove(oldest, out _);
        return true;
    }

    /// <summary>Notes that the answer did not go out.</summary>
    public void Forget(PersonKey person, string inputId)
    {
        ArgumentNullException.ThrowIfNull(person);
        _sent.TryRemove((person.Partition, inputId), out _);
    }
}
