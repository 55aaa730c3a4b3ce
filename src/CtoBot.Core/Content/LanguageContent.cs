using System.Collections.Frozen;
using CtoBot.Core.Flows;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Content;

/// <summary>Everything the bot says and understands in one language.</summary>
/// <param name="Language">E.g. "en".</param>
/// <param name="Texts">Sentences by key.</param>
/// <param name="Words">Words of dates, numbers and answers.</param>
/// <param name="Zones">Names of places.</param>
/// <param name="Commands">Typed commands.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Flows">The dialogs, by id.</param>
/// <param name="Five">The CMO's five questions.</param>
public sealed record LanguageContent(
    string Language,
    FrozenDictionary<string, string> Texts,
    Words Words,
    ZoneIndex Zones,
    Commands Commands,
    PlanContent Plan,
    FrozenDictionary<string, Flow> Flows,
    FiveContent Five);
