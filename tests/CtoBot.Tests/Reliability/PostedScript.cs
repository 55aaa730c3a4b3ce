using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Reliability;

/// <summary>An activity as it is posted.</summary>
/// <param name="Json">The activity of <see cref="PostedScript.Model"/>.</param>
/// <param name="IsInvoke">Whether the answer is the response.</param>
/// <param name="Messages">How many messages it was answered with where nothing went wrong.</param>
internal sealed record PostedActivity(string Json, bool IsInvoke, int Messages);

/// <summary>What one person does, from the installation to a question that is left open, and what is kept of them then: recorded on a host without faults.</summary>
/// <param name="Model">The person it was recorded with.</param>
/// <param name="Activities">In order.</param>
/// <param name="Rows">The person's rows at the end, without times.</param>
/// <param name="LastCard">What stands on the last card.</param>
internal sealed record PostedScript(Guid Model, ImmutableArray<PostedActivity> Activities, SortedDictionary<string, string> Rows, string LastCard)
{
    /// <summary>Records it.</summary>
    public static async Task<PostedScript> RecordAsync(BotHost host, LoopbackConnector connector, CancellationToken cancellationToken)
    {
        var model = Guid.NewGuid();
        var person = new TeamsClient(host.Endpoint, connector, model);
        var posted = ImmutableArray.CreateBuilder<PostedActivity>();

        await PostAsync(person.Installation("add"));
        await PostAsync(person.Execute(person.Card.Button("Set up (2 minutes)")));
        var outdated = person.Execute(person.Card.Button("Next"), ("hat", "cto"), ("company", "Fabrikam"));
        await PostAsync(person.Execute(person.Card.Button("Next"), ("hat", "cto"), ("company", "Contoso")));
        await PostAsync(person.Execute(person.Card.Button("Next"), ("zone", "Europe/Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri")));
        await PostAsync(person.Submit(person.Card.Button("Next"), ("start", FridayAfter(DateTime.UtcNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        await PostAsync(person.Execute(person.Card.Button("Save"), ("reports", "Ann Lee, Bob Roy"), ("salesHead", "Dana Kim")));
        await PostAsync(person.Words("day 1"));
        foreach (var tick in person.Card.Ticks.Take(4))
            await PostAsync(person.Execute(tick));
        await PostAsync(person.Words("undo"));
        await PostAsync(person.Words("note Meet your direct reports: they want a roadmap"));
        await PostAsync(person.Words("skip Phone introductions, then go alone because we have met"));
        await PostAsync(outdated);
        await PostAsync(person.Words("edit company"));
        await PostAsync(person.Words("Northwind"));
        await PostAsync(person.Words("undo"));
        await PostAsync(person.Words("day 2"));
        await PostAsync(person.Words("edit company"));

        var rows = await StoreDump.OfAsync(host.Store, person.Person, cancellationToken);
        return new PostedScript(model, posted.ToImmutable(), WithoutTimes(rows), person.Card.Text);

        async Task PostAsync(JObject activity)
        {
            activity["id"] = string.Create(CultureInfo.InvariantCulture, $"{model}-{posted.Count}");
            var answer = await person.PostAsync(activity, cancellationToken);
            Assert.True(answer.Card is not null || answer.Sent.Any(call => call.Delivered), $"No answer to {activity}");
            posted.Add(new PostedActivity(activity.ToString(Formatting.None), (string?)activity["type"] == "invoke", answer.Sent.Count));
        }
    }

    /// <summary>An activity of another person who does the same.</summary>
    public string For(PostedActivity activity, Guid user) => activity.Json.Replace(Model.ToString("D"), user.ToString("D"), StringComparison.Ordinal);

    /// <summary>The rows of another person who did the same, made comparable.</summary>
    public SortedDictionary<string, string> Comparable(SortedDictionary<string, string> rows, Guid user) =>
        WithoutTimes(rows, text => text.Replace(user.ToString("D"), Model.ToString("D"), StringComparison.Ordinal));

    /// <summary>Where the rows of a person are.</summary>
    public static PersonKey KeyOf(Guid user) => new(TeamsClient.Tenant, user.ToString("D"));

    private static SortedDictionary<string, string> WithoutTimes(SortedDictionary<string, string> rows, Func<string, string>? also = null) =>
        new(rows.ToDictionary(row => row.Key, row => CanonicalJson.WithoutTimes((also ?? (text => text))(row.Value))), StringComparer.Ordinal);

    private static DateTime FridayAfter(DateTime day) => day.AddDays(7 + (((int)DayOfWeek.Friday - (int)day.DayOfWeek + 7) % 7));
}
