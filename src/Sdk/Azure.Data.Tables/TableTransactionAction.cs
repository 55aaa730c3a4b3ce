namespace Azure.Data.Tables;

/// <summary>One action of a transaction, see <see cref="TableClient.SubmitTransactionAsync"/>.</summary>
public class TableTransactionAction
{
    /// <summary>Makes an action that is not conditional.</summary>
    /// <param name="actionType">What it does.</param>
    /// <param name="entity">The row; for a deletion only its keys count.</param>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    /// <summary>Makes an action.</summary>
    /// <param name="actionType">What it does.</param>
    /// <param name="entity">The row; for a deletion only its keys count.</param>
    /// <param name="etag">The version that the row must still have, for updates and deletions. Without it any version will do.</param>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ActionType = actionType;
        Entity = entity;
        ETag = etag;
    }

    /// <summary>What the action does.</summary>
    public TableTransactionActionType ActionType { get; }

    /// <summary>The row.</summary>
    public ITableEntity Entity { get; }

    /// <summary>The version that the row must still have.</summary>
    public ETag ETag { get; }
}
