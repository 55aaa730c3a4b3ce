namespace Azure.Data.Tables.Internal;

/// <summary>The answer that there is no such row.</summary>
internal sealed class NoValueResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("The response has no value: there is no such entity.");

    public override Response GetRawResponse() => response;
}
