using CtoBot.Core.Customers;
using CtoBot.Core.State;

namespace CtoBot.Core.Fieldwork;

/// <summary>The person's answers about customers, as a <see cref="Book"/>.</summary>
internal static class Books
{
    /// <summary>Reads all that is filed and open.</summary>
    public static Book Of(Scene scene, PersonState state) => Book.Of(scene.Records.All(state), state.Customers, scene.Zone);
}
