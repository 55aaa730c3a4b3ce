using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Internal;

/// <summary>A service's address and the pipeline to it: what a service client and its table clients share.</summary>
internal sealed class TableConnection
{
    /// <summary>JSON whose rows name the types that JSON cannot tell.</summary>
    public const string Json = "application/json;odata=minimalmetadata";

    private const string StorageScope = "https://storage.azure.com/.default";

    private static readonly TableErrorParser Errors = new();

    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    private TableConnection(Uri endpoint, string accountName, TableClientOptions options, HttpPipelinePolicy authentication)
    {
        Endpoint = endpoint;
        Root = TableEndpoint.Root(endpoint);
        AccountName = accountName ?? TableEndpoint.AccountOf(endpoint);
        options ??= new TableClientOptions();
        _version = options.VersionString;
        HttpPipelineOptions pipeline = new(options) { RequestFailedDetailsParser = Errors };
        if (authentication is not null) pipeline.PerRetryPolicies.Add(authentication);
        _pipeline = HttpPipelineBuilder.Build(pipeline);
    }

    public Uri Endpoint { get; }

    public string AccountName { get; }

    /// <summary>The address of the service without a slash at the end.</summary>
    public string Root { get; }

    public static TableConnection Of(string connectionString, TableClientOptions options)
    {
        var parsed = TableConnectionString.Parse(connectionString);
        if (parsed.Sas is not null) RequireEncryption(parsed.Endpoint, "SharedAccessSignature");
        HttpPipelinePolicy authentication = parsed.SharedKey is null ? new SasPolicy(new AzureSasCredential(parsed.Sas)) : new SharedKeyPolicy(parsed.SharedKey);
        return new TableConnection(parsed.Endpoint, parsed.AccountName, options, authentication);
    }

    public static TableConnection Of(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new TableConnection(endpoint, credential.AccountName, options, new SharedKeyPolicy(credential));
    }

    public static TableConnection Of(Uri endpoint, AzureSasCredential credential, TableClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        RequireEncryption(endpoint, nameof(AzureSasCredential));
        return new TableConnection(endpoint, null, options, new SasPolicy(credential));
    }

    public static TableConnection Of(Uri endpoint, TokenCredential credential, TableClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        RequireEncryption(endpoint, nameof(TokenCredential));
        return new TableConnection(endpoint, null, options, new BearerTokenAuthenticationPolicy(credential, StorageScope));
    }

    /// <summary>For an address that carries its shared access signature as its query.</summary>
    public static TableConnection Of(Uri endpoint, TableClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (endpoint.Query.Length < 2) return new TableConnection(endpoint, null, options, null);
        return Of(endpoint, new AzureSasCredential(endpoint.Query[1..]), options);
    }

    /// <summary>Makes a request with the headers that every request has.</summary>
    /// <param name="method">The method.</param>
    /// <param name="pathAndQuery">What comes after <see cref="Root"/>, escaped.</param>
    /// <param name="expected">The statuses that are no errors here.</param>
    public HttpMessage CreateMessage(RequestMethod method, string pathAndQuery, StatusCodeClassifier expected)
    {
        var message = _pipeline.CreateMessage();
        message.ResponseClassifier = expected;
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(Root + pathAndQuery));
        message.Request.Headers.SetValue("x-ms-version", _version);
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        message.Request.Headers.SetValue(HttpHeader.Names.Accept, Json);
        return message;
    }

    /// <summary>Sends a request, with retries.</summary>
    /// <exception cref="RequestFailedException">The answer is an error, or none came.</exception>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var response = message.Response;
        return response.IsError ? throw new RequestFailedException(response, null, Errors) : response;
    }

    /// <summary>The exception for the answer to one action of a transaction.</summary>
    public static RequestFailedException Failure(Response response) => new(response, null, Errors);

    private static void RequireEncryption(Uri endpoint, string credential)
    {
        if (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback)
            throw new ArgumentException($"Cannot use {credential} without HTTPS.", nameof(endpoint));
    }
}
