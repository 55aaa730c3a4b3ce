using Azure.Core;

namespace Azure.Data.Tables.Internal;

/// <summary>The statuses that are no errors, for each kind of request: neither thrown nor traced as failures.</summary>
internal static class StatusCodes
{
    public static readonly StatusCodeClassifier Ok = new([200]);
    public static readonly StatusCodeClassifier OkOrNotFound = new([200, 404]);
    public static readonly StatusCodeClassifier Created = new([201, 204]);
    public static readonly StatusCodeClassifier CreatedOrThere = new([201, 204, 409]);
    public static readonly StatusCodeClassifier NoContent = new([204]);
    public static readonly StatusCodeClassifier GoneOrNotFound = new([204, 404]);
    public static readonly StatusCodeClassifier Accepted = new([202]);
}
