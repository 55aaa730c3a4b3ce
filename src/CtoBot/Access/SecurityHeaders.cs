namespace CtoBot.Access;

/// <summary>Headers of every response: nothing is kept by caches, guessed at, framed, or told to other sites.</summary>
internal static class SecurityHeaders
{
    /// <summary>Adds them. A page that needs more than nothing says so itself.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var secured = !app.Environment.IsDevelopment();
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.CacheControl = "no-store";
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["X-Robots-Tag"] = "noindex";
            // A browser heeds it over https only.
            if (secured)
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            return next(context);
        });
    }
}
