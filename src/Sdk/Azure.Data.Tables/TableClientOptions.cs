using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>How requests are sent: the version of the service, and the retries, transport and diagnostics of <see cref="ClientOptions"/>.</summary>
public class TableClientOptions : ClientOptions
{
    /// <summary>Makes options with the defaults of <see cref="ClientOptions"/>.</summary>
    /// <param name="serviceVersion">The version of the service's protocol.</param>
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        VersionString = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion), serviceVersion, "This version of the service is not known."),
        };
        Diagnostics.LoggedHeaderNames.Add("x-ms-version");
        Diagnostics.LoggedHeaderNames.Add("x-ms-error-code");
        Diagnostics.LoggedHeaderNames.Add("If-Match");
        Diagnostics.LoggedHeaderNames.Add("ETag");
        Diagnostics.LoggedQueryParameters.Add("$format");
        Diagnostics.LoggedQueryParameters.Add("$top");
        Diagnostics.LoggedQueryParameters.Add("$select");
    }

    /// <summary>The versions of the service's protocol.</summary>
    public enum ServiceVersion
    {
        /// <summary>2019-02-02.</summary>
#pragma warning disable CA1707 // The published package names its versions so.
        V2019_02_02 = 1,

        /// <summary>2020-12-06, the first with Entra tokens.</summary>
        V2020_12_06 = 2,
#pragma warning restore CA1707
    }

    internal string VersionString { get; }
}
