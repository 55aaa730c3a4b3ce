using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using NodaTime;

namespace CtoBot.Core.Partners;

/// <summary>
/// Takes a person who is forgotten out of a partnership. The other keeps their own words and what both agreed on, without the name.
/// </summary>
public static partial class Departure
{
    /// <summary>The partnership without the person; null if nobody is left in it.</summary>
    /// <param name="pair">As it stands.</param>
    /// <param name="personId">Who goes. For somebody who is no member nothing changes.</param>
    /// <param name="now">When.</param>
    public static PartnershipState? Leave(PartnershipState pair, string personId, Instant now)
    {
        ArgumentNullException.ThrowIfNull(pair);
        if (pair.SlotOf(personId) is not { } slot)
            return pair.Invitation.InviteeId == personId ? Uninvited(pair) : pair;
        if (pair.Members.All(member => member.IsGone || member.PersonId == personId))
            return null;
        var clean = Cleaner(pair, personId);
        var left = Partnership.Next(pair) with
        {
            Members = pair.Members.SetItem(slot, pair.Members[slot] with { PersonId = "", Name = "" }),
            Invitation = pair.Invitation with { Code = "", InviteeName = "", InviteeId = null },
            // It names whoever asked for it.
            Group = null,
            Questions = pair.Questions.ToImmutableDictionary(question => question.Key, question => question.Value with
            {
                Answered = question.Value.Answered.Remove(slot),
                Revealed = question.Value.Revealed is { } revealed ? revealed with { BySlot = revealed.BySlot.SetItem(slot, null) } : null,
                Joint = question.Value.Joint is { } joint ? Cleaned(joint, clean) : null,
                Earlier = [.. question.Value.Earlier.Select(earlier => Cleaned(earlier, clean))],
            }),
            Offers = [.. pair.Offers.Select(offer => offer with
            {
                Terms = Cleaned(offer.Terms, clean),
                History = [.. offer.History.Select(move => move with { Terms = Cleaned(move.Terms, clean), Note = move.By == slot || move.Note is null ? null : clean(move.Note) })],
            })],
            CheckIns = [.. pair.CheckIns.Select(held => held with { Note = held.By == slot || held.Note is null ? null : clean(held.Note), Done = [.. held.Done.Select(clean)] })],
            Outbox = pair.Outbox.RemoveAll(message => message.To == slot),
        };
        // Nobody is at it now to deliver this: whoever comes next may.
        var told = Partnership.Tell(left, 1 - slot, PairNews.Left, "", now);
        return told with { Outbox = [.. told.Outbox.Select(message => message.News == PairNews.Left ? message with { HeldUntil = now } : message)] };
    }

    /// <summary>What takes a member's name out of a text, and puts their role in its place.</summary>
    public static Func<string, string> Cleaner(PartnershipState pair, string personId)
    {
        ArgumentNullException.ThrowIfNull(pair);
        var member = pair.Members.Find(candidate => candidate.PersonId == personId);
        return text => member is null ? text : WithoutName(text, member.Name, member.Role == PartnerRole.Cmo ? "the CMO" : "the CTO");
    }

    private static PartnershipState Uninvited(PartnershipState pair) => Partnership.Next(pair) with
    {
        Invitation = pair.Invitation with { InviteeId = null, InviteeName = "" },
        Outbox = pair.Outbox.RemoveAll(message => message.News == PairNews.Invited),
    };

    private static JointAnswer Cleaned(JointAnswer joint, Func<string, string> clean) =>
        joint with { Answers = joint.Answers.ToImmutableDictionary(answer => answer.Key, answer => Cleaned(answer.Value, clean)) };

    private static OfferTerms Cleaned(OfferTerms terms, Func<string, string> clean) => terms with { What = clean(terms.What) };

    private static AnswerValue Cleaned(AnswerValue value, Func<string, string> clean) => value switch
    {
        AnswerValue.Text text => new AnswerValue.Text(clean(text.Words)),
        AnswerValue.Table table => new AnswerValue.Table([.. table.Lines.Select(line => new Row(line.Cells.ToImmutableDictionary(cell => cell.Key, cell => clean(cell.Value))))]),
        AnswerValue.People people => new AnswerValue.People([.. people.Persons.Select(person => new Person(clean(person.Name)))]),
        _ => value,
    };

    /// <summary>The text with the whole name, and each part of it that stands as a word, replaced.</summary>
    private static string WithoutName(string text, string name, string instead)
    {
        if (string.IsNullOrWhiteSpace(name))
            return text;
        string[] parts = [name, .. Space().Split(name.Trim()).Where(part => part.Length > 2)];
        var pattern = string.Join('|', parts.Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(part => part.Length).Select(Regex.Escape));
        return Regex.Replace(text, $@"(?<![\p{{L}}\p{{N}}])(?:{pattern})(?![\p{{L}}\p{{N}}])", instead, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
