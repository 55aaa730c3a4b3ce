namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The caller is known, and must not call. The reason is in the log.</summary>
internal sealed class CallerNotAllowedException : UnauthorizedAccessException;
