namespace Azure.Data.Tables;

/// <summary>What an action of a transaction does with its row.</summary>
public enum TableTransactionActionType
{
    /// <summary>Adds it; fails if it is there.</summary>
    Add = 0,

    /// <summary>Changes the columns that are named, on condition of the ETag.</summary>
    UpdateMerge = 1,

    /// <summary>Replaces it, on condition of the ETag.</summary>
    UpdateReplace = 2,

    /// <summary>Deletes it, on condition of the ETag.</summary>
    Delete = 3,

    /// <summary>Adds it, or changes the columns that are named.</summary>
    UpsertMerge = 4,

    /// <summary>Adds or replaces it.</summary>
    UpsertReplace = 5,
}
