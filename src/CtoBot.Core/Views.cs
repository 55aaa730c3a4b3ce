namespace CtoBot.Core;

/// <summary>The names by which a card says which view it is or leads to.</summary>
public static class Views
{
    /// <summary>Today's steps.</summary>
    public const string Today = "today";

    /// <summary>The whole plan by days.</summary>
    public const string Plan = "plan";

    /// <summary>The steps of this week.</summary>
    public const string Week = "week";

    /// <summary>The answers of the setup.</summary>
    public const string Setup = "setup";

    /// <summary>What can be said.</summary>
    public const string Help = "help";

    /// <summary>The drafted messages.</summary>
    public const string Messages = "messages";

    /// <summary>The CMO's five questions, to read.</summary>
    public const string Five = "five";

    /// <summary>The guide to the five questions, whether they are begun or not.</summary>
    public const string Guide = "guide";

    /// <summary>The dialogs that wait.</summary>
    public const string Dialogs = "dialogs";

    /// <summary>A day of the plan, counted from day one, which is 0.</summary>
    public static string Day(int day) => FormattableString.Invariant($"day:{day}");

    /// <summary>A step in full, and the view it was opened from and leads back to.</summary>
    public static string Step(string key, string from) => $"step:{key}/{from}";

    /// <summary>A drafted message.</summary>
    public static string Message(string id) => $"message:{id}";

    /// <summary>The five questions of a partnership, and how far they are.</summary>
    public static string Pair(string id) => $"pair:{id}";

    /// <summary>One of the five questions of a partnership: both answers, or what was agreed.</summary>
    public static string PairQuestion(string id, string question) => $"question:{id}/{question}";

    /// <summary>The ledger of a partnership.</summary>
    public static string PairLedger(string id) => $"ledger:{id}";

    /// <summary>An offer of a partnership.</summary>
    public static string PairOffer(string id, int number) => FormattableString.Invariant($"offer:{id}/{number}");

    /// <summary>The agreement of a partnership.</summary>
    public static string PairAgreement(string id) => $"agreement:{id}";

    /// <summary>The check-ins of a partnership.</summary>
    public static string PairCheckIn(string id) => $"checkin:{id}";

    /// <summary>Name and argument of a view, e.g. ("day", "3").</summary>
    internal static (string Name, string Argument) Split(string view)
    {
        var colon = view.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (view, "") : (view[..colon], view[(colon + 1)..]);
    }

    /// <summary>A step's key and where it was opened from, out of the argument of <see cref="Step"/>.</summary>
    internal static (string Key, string From) SplitStep(string argument)
    {
        var slash = argument.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (argument, Today) : (argument[..slash], argument[(slash + 1)..]);
    }
}
