using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Content;
using CtoBot.Core.State;
using NodaTime.Text;

namespace CtoBot.Core.Partners;

/// <summary>The rows beside a partnership's document, with plain columns to read in a storage explorer or a spreadsheet. They name nobody: a member is "cmo" or "cto".</summary>
public static class PartnershipRows
{
    /// <summary>What changes from one state to the next.</summary>
    /// <param name="library">How questions and answers are written; in the fallback language.</param>
    /// <param name="before">As it was; null for none.</param>
    /// <param name="after">As it is; null for none.</param>
    public static IEnumerable<FlatRow> Changes(ContentLibrary library, PartnershipState? before, PartnershipState? after)
    {
        ArgumentNullException.ThrowIfNull(library);
        var (content, texts) = (library.For(ContentLibrary.Fallback), library.TextsFor(ContentLibrary.Fallback));
        var old = Of(content, texts, before).ToDictionary(row => row.Key, StringComparer.Ordinal);
        var now = Of(content, texts, after).ToDictionary(row => row.Key, StringComparer.Ordinal);
        return now.Values.Where(row => !old.TryGetValue(row.Key, out var earlier) || !Same(row.Columns!, earlier.Columns!))
            .Concat(old.Keys.Except(now.Keys).Select(key => new FlatRow(key, null)));
    }

    private static bool Same(ImmutableDictionary<string, object> one, ImmutableDictionary<string, object> other) =>
        one.Count == other.Count && one.All(column => other.TryGetValue(column.Key, out var value) && value.Equals(column.Value));

    private static IEnumerable<FlatRow> Of(LanguageContent content, Texts texts, PartnershipState? pair) => pair is null
        ? []
        : [.. Answers(content, texts, pair), .. pair.Offers.Select(offer => OfOffer(pair, offer)), .. Metrics(pair), .. pair.Signatures.Select(signature => OfSignature(pair, signature))];

    private static IEnumerable<FlatRow> Answers(LanguageContent content, Texts texts, PartnershipState pair) =>
        from id in FiveIds.Questions
        let joint = pair.Question(id).Joint
        where joint is not null
        let flow = content.Flows.GetValueOrDefault(FiveIds.FlowOf(id))
        from answer in joint.Answers
        let question = flow?.Find(answer.Key)
        select new FlatRow($"joint|{id}|{answer.Key}", Columns(
            ("question", id),
            ("item", answer.Key),
            ("asked", question?.Ask ?? answer.Key),
            ("answer", question is null ? "" : AnswerLines.Show(texts, answer.Value, question)),
            ("by", Role(pair, joint.By)),
            ("when", joint.At),
            ("revision", joint.Revision)));

    private static FlatRow OfOffer(PartnershipState pair, Offer offer) => new($"offer|{Number(offer.Number)}", Columns(
        ("number", (long)offer.Number),
        ("what", offer.Terms.What),
        ("amount", (double)offer.Terms.Amount.Amount),
        ("currency", offer.Terms.Amount.Currency),
        ("period", PairReplies.PeriodName(offer.Terms.Period)),
        ("from", Role(offer.Terms.From)),
        ("to", Role(offer.Terms.To)),
        ("status", offer.Status.ToString()),
        ("by", Role(pair, offer.LastBy)),
        ("when", offer.History[^1].At),
        ("revision", offer.Revision)));

    private static IEnumerable<FlatRow> Metrics(PartnershipState pair) => JointResults.Metrics(pair).Select((metric, index) => new FlatRow($"metric|{Number(index + 1)}", Columns(
    [
        ("name", metric.Name),
        ("baseline", (double?)metric.Baseline),
        ("target", (double?)metric.Target),
        ("unit", metric.Unit),
        ("owner", metric.Owner is { } owner ? Role(owner) : "both"),
        ("source", metric.Source),
        ("cadence", metric.Cadence),
        .. pair.CheckIns.Where(held => held.Values.ContainsKey(metric.Name)).Select(held => ($"day{held.Day.ToString(CultureInfo.InvariantCulture)}", (object?)(double)held.Values[metric.Name])),
    ])));

    private static FlatRow OfSignature(PartnershipState pair, Signature signature) => new(
        $"signature|{Role(pair, signature.Slot)}|{signature.ContentRevision.ToString(CultureInfo.InvariantCulture)}",
        Columns(("by", Role(pair, signature.Slot)), ("signed", signature.ContentRevision), ("valid", signature.ContentRevision == pair.ContentRevision), ("on", LocalDatePattern.Iso.Format(signature.On)), ("when", signature.At)));

    private static string Role(PartnershipState pair, int slot) => Role(pair.Members[slot].Role);

    private static string Role(PartnerRole role) => role == PartnerRole.Cmo ? "cmo" : "cto";

    private static string Number(int number) => number.ToString("000", CultureInfo.InvariantCulture);

    private static ImmutableDictionary<string, object> Columns(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var columns = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (value is not null)
                columns[name] = value;
        }

        return columns.ToImmutable();
    }
}
