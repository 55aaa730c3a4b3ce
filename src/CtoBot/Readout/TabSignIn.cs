using CtoBot.Access;
using CtoBot.Export;
using CtoBot.Turns;

namespace CtoBot.Readout;

/// <summary>Who reads the page: the person of a token of Teams; in Development also that of a link that was opened.</summary>
internal sealed class TabSignIn(TabTokens tokens, AccessPolicy policy, LinkKey key, IHostEnvironment environment, TimeProvider time)
{
    private const string Scheme = "Bearer ";

    /// <summary>Whose data is read; null for a token that is not good. What the policy says of them is for the caller to heed.</summary>
    /// <param name="authorization">The <c>Authorization</c> header.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async Task<(Admission Admission, PersonKey? Person)> ReadAsync(string authorization, CancellationToken cancellationToken)
    {
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return (Admission.Admitted, null);
        var token = authorization[Scheme.Length..];
        if (environment.IsDevelopment() && !token.Contains('.', StringComparison.Ordinal))
        {
            var signing = await key.GetAsync(cancellationToken);
            return (Admission.Admitted, ExportToken.Read(signing.Span, token, ExportForm.PageSession, time.GetUtcNow()) is { } partition ? PersonKey.OfPartition(partition) : null);
        }

        if (await tokens.ReadAsync(token) is not { } claims)
            return (Admission.Admitted, null);
        var person = new PersonKey(claims.TenantId, claims.UserId);
        return (policy.Decide(new Caller(claims.TenantId, person, "", claims.IsGuest ? CallerKind.Guest : CallerKind.Member)), person);
    }
}
