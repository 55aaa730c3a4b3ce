using System.Collections.Immutable;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Steps;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>Drafted messages that name customers.</summary>
public sealed class MessageTests
{
    private static readonly ContentLibrary Library = ContentLibrary.BuiltIn;
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 27, 12, 0);

    private static readonly PersonState State = new()
    {
        Client = new ClientFacts("Alex Chen", "en-GB", "Europe/Berlin"),
        Customers = ImmutableDictionary<string, CustomerEntry>.Empty
            .Add("c1", new CustomerEntry("Fabrikam", Order: 1))
            .Add("c2", new CustomerEntry("Northwind", Order: 0))
            .Add("c3", new CustomerEntry("Gone Ltd", Order: 2, Archived: true)),
        Visits = ImmutableDictionary<string, VisitEntry>.Empty
            .Add("v1", new VisitEntry("c2", new LocalDateTime(2026, 11, 27, 9, 0), "America/New_York", 60))
            .Add("v2", new VisitEntry("c2", new LocalDateTime(2026, 12, 1, 9, 0), "America/New_York", 60))
            .Add("v3", new VisitEntry("c1", new LocalDateTime(2026, 11, 27, 9, 0), "Europe/Berlin", 60)),
    };

    [Fact]
    public void The_request_for_introductions_names_the_customers_in_their_order() =>
        Assert.Contains("I would like to see Northwind and Fabrikam.", Text("introduction"), StringComparison.Ordinal);

    [Fact]
    public void Without_customers_it_reads_as_well() =>
        Assert.Contains("I would like to see the customers on our list.", Text("introduction", new PersonState()), StringComparison.Ordinal);

    [Fact]
    public void The_message_to_a_customer_names_contact_company_and_the_next_visit_by_the_customers_clock()
    {
        var text = Text(MessageRules.To("visit", "c2"));

        Assert.StartsWith("Hello Rosa Díaz,\n\n", text, StringComparison.Ordinal);
        Assert.Contains("how Northwind gets on", text, StringComparison.Ordinal);
        // The visit at 9:00 in New York is still to come at 12:00 UTC: it is 7:00 there.
        Assert.Contains("see you on Friday 27 November, 09:00 your time?", text, StringComparison.Ordinal);
        Assert.DoesNotContain('{', text);
    }

    [Theory]
    [InlineData("visit@c1", "how Fabrikam gets on")]
    [InlineData("visit", "how your company gets on")]
    public void A_message_without_a_visit_to_come_or_a_contact_has_neutral_words(string subject, string company)
    {
        var text = Text(subject);

        Assert.StartsWith("Hello [name],\n\n", text, StringComparison.Ordinal);
        Assert.Contains(company, text, StringComparison.Ordinal);
        Assert.Contains("see you in the coming week?", text, StringComparison.Ordinal);
        Assert.DoesNotContain('{', text);
    }

    [Fact]
    public void The_card_says_to_whom_it_is() =>
        Assert.Equal("To a customer before a visit · Northwind", MessageRules.Card(SceneOf(State), State, "visit@c2")!.Title);

    [Theory]
    [InlineData("visit@c9")]
    [InlineData("visit@")]
    [InlineData("nothing@c1")]
    [InlineData("@")]
    public void There_is_no_message_to_a_customer_or_of_a_name_that_is_not_known(string subject)
    {
        Assert.Null(MessageRules.Card(SceneOf(State), State, subject));
        Assert.False(MessageRules.Rules.HasSubject(SceneOf(State), State, subject));
    }

    private static string Text(string subject, PersonState? state = null) => MessageRules.Text(SceneOf(state ?? State), state ?? State, subject)!;

    private static Scene SceneOf(PersonState state)
    {
        var contact = new Answer(new AnswerValue.Text("Rosa Díaz"), 1, Now);
        var customer = new Draft("customer", "c2", Now, ImmutableDictionary<string, Answer>.Empty.Add("contact", contact), DraftStatus.Done);
        return Scene.For(Library, state, Now, new Records(ImmutableDictionary<string, Draft>.Empty.Add(customer.Id, customer)));
    }
}
