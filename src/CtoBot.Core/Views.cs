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

    /// <summary>What the morning's card says of today.</summary>
    public const string Morning = "morning";

    /// <summary>What the evening's card says of today.</summary>
    public const string Evening = "evening";

    /// <summary>When reminders come.</summary>
    public const string Reminders = "reminders";

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

    /// <summary>The customers.</summary>
    public const string Customers = "customers";

    /// <summary>The argument of <see cref="Customers"/> for those that were put away.</summary>
    public const string Archived = "archived";

    /// <summary>The visits.</summary>
    public const string Visits = "visits";

    /// <summary>The meetings of the second week.</summary>
    public const string Meetings = "meetings";

    /// <summary>The verdict.</summary>
    public const string Verdict = "verdict";

    /// <summary>The flight risks.</summary>
    public const string Risks = "risks";

    /// <summary>The debriefs.</summary>
    public const string Debriefs = "debriefs";

    /// <summary>The bugs across customers.</summary>
    public const string Bugs = "bugs";

    /// <summary>How the functions of the company serve each customer.</summary>
    public const string Service = "service";

    /// <summary>The promises that are open.</summary>
    public const string Promises = "promises";

    /// <summary>The promises that were kept, and those that were not.</summary>
    public const string SettledPromises = "promises:settled";

    /// <summary>The must-close deals.</summary>
    public const string Deals = "deals";

    /// <summary>The budget against what was found.</summary>
    public const string Room = "room";

    /// <summary>The readout: the situation in numbers.</summary>
    public const string Readout = "readout";

    /// <summary>The readout as files to take away.</summary>
    public const string ReadoutFiles = "files";

    /// <summary>The functions, each with the part of the readout that is for who runs it.</summary>
    public const string ReadoutParts = "parts";

    /// <summary>What customers said, each with whether it may be handed on.</summary>
    public const string Quotes = "quotes";

    /// <summary>What was shared with others.</summary>
    public const string Shares = "shares";

    /// <summary>The preview of what is about to be shared.</summary>
    public const string Sharing = "sharing";

    /// <summary>Two bugs that may be the same, and the question whether they are; the first such two.</summary>
    public const string Twins = "twins";

    /// <summary>A page of the customers, or <see cref="Archived"/>.</summary>
    public static string CustomersPage(string page) => $"{Customers}:{page}";

    /// <summary>A customer in full.</summary>
    public static string Customer(string id) => $"customer:{id}";

    /// <summary>The answers about a customer, each with a way to change it.</summary>
    public static string CustomerAnswers(string id) => $"about:{id}";

    /// <summary>A visit in full.</summary>
    public static string Visit(string id) => $"visit:{id}";

    /// <summary>The answers of a debrief.</summary>
    public static string Debrief(string visit) => $"debrief:{visit}";

    /// <summary>The earlier answers of a debrief.</summary>
    public static string History(string visit) => $"history:{visit}";

    /// <summary>A page to read before a visit ("v3") or a meeting ("sales", a direct report's slug).</summary>
    public static string Brief(string about) => $"brief:{about}";

    /// <summary>The notes of a meeting.</summary>
    public static string Notes(string flow, string subject) => subject.Length == 0 ? $"notes:{flow}" : $"notes:{flow}/{subject}";

    /// <summary>The first two bugs that may be the same of which this is one.</summary>
    /// <param name="reference">See <see cref="Customers.Bug.Ref"/>.</param>
    public static string TwinsOf(string reference) => $"{Twins}:{reference}";

    /// <summary>A page of a list, from 1; of <see cref="Risks"/>, <see cref="Bugs"/> and the like.</summary>
    public static string Page(string list, int page) =>
        page <= 1 ? list : FormattableString.Invariant($"{list}{(list.Contains(':', StringComparison.Ordinal) ? '/' : ':')}{page}");

    /// <summary>A bug in full.</summary>
    /// <param name="reference">See <see cref="Customers.Bug.Ref"/>.</param>
    public static string Bug(string reference) => $"bug:{reference}";

    /// <summary>The other bugs, to choose the one that a bug is the same as.</summary>
    /// <param name="reference">See <see cref="Customers.Bug.Ref"/>.</param>
    public static string SameAs(string reference) => $"same:{reference}";

    /// <summary>What customers say of a function.</summary>
    /// <param name="function">A key of <see cref="Customers.Functions.All"/>.</param>
    public static string ServiceOf(string function) => $"service:{function}";

    /// <summary>The part of the readout that is for who runs a function, as they would see it.</summary>
    /// <param name="function">A key of <see cref="Customers.Functions.All"/>.</param>
    public static string ReadoutPart(string function) => $"part:{function}";

    /// <summary>That part as a file.</summary>
    /// <param name="function">A key of <see cref="Customers.Functions.All"/>.</param>
    public static string ReadoutFilesOf(string function) => $"{ReadoutFiles}:{function}";

    /// <summary>The offer to put a file of the readout into the person's OneDrive.</summary>
    /// <param name="form">The name of a <see cref="Readout.ReadoutForm"/>.</param>
    /// <param name="function">A key of <see cref="Customers.Functions.All"/> for its part; empty for all of it.</param>
    public static string SaveFile(string form, string function) => function.Length == 0 ? $"save:{form}" : $"save:{form}/{function}";

    /// <summary>A promise in full.</summary>
    /// <param name="key">"flow/subject/question/line".</param>
    public static string Promise(string key) => $"promise:{key}";

    /// <summary>Someone's words, whole.</summary>
    /// <param name="flow">The flow of the dialog they were written down in.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="line">The id of the line among its quotes, or of the question that they answer.</param>
    /// <param name="part">Which of their parts (<see cref="LongText"/>), from 1.</param>
    public static string Quote(string flow, string subject, string line, int part = 1) => Page($"quote:{flow}/{subject}/{line}", part);

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

    /// <summary>The way to the agreement of a partnership as a document.</summary>
    public static string PairDocument(string id) => $"document:{id}";

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
