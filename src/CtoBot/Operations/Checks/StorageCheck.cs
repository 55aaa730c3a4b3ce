using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using CtoBot.Storage;
using CtoBot.Turns;

namespace CtoBot.Operations.Checks;

/// <summary>The store: reached, and read, written and deleted in, with a row that is nobody's.</summary>
internal static class StorageCheck
{
    private const string Area = "storage";
    private const long Full = 100L << 20;
    private const long Low = 1L << 30;

    /// <summary>A partition that no person and no partnership can have.</summary>
    private const string Nobody = "_check";

    /// <summary>Runs it.</summary>
    public static async IAsyncEnumerable<CheckResult> RunAsync(CheckContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (OptionsOf(context) is not { } options)
        {
            yield return CheckResult.Warning(Area, "not looked at: its settings are wrong");
            yield break;
        }

        if (options.Kind == StoreKind.Tables && options.ConnectionString?.Contains("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase) == true && !context.IsDevelopment)
            yield return CheckResult.Wrong(Area, "Store:ConnectionString is that of the emulator, outside Development", "Set Store:AccountUrl to the address of the storage account.");
        yield return await ProbeAsync(options, context, cancellationToken);
        if (options.Kind == StoreKind.Sqlite)
        {
            foreach (var result in Disk(Path.GetFullPath(Path.Combine(context.Environment.ContentRootPath, options.Folder))))
                yield return result;
        }
    }

    /// <summary>What the free space of the disk of the file means.</summary>
    internal static CheckResult Space(long free) => free switch
    {
        < Full => CheckResult.Wrong(Area, string.Create(CultureInfo.InvariantCulture, $"the disk has {free >> 20} MiB left"), "Free some space: answers cannot be kept on a full disk."),
        < Low => CheckResult.Warning(Area, string.Create(CultureInfo.InvariantCulture, $"the disk has {free >> 20} MiB left"), "Free some space before long."),
        _ => CheckResult.Ok(Area, string.Create(CultureInfo.InvariantCulture, $"the disk has {free >> 30} GiB left")),
    };

    private static StoreOptions? OptionsOf(CheckContext context)
    {
        try
        {
            var options = context.Options<StoreOptions>(StoreOptions.Section);
            return new StoreOptionsValidator().Validate(null, options).Succeeded ? options : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static async Task<CheckResult> ProbeAsync(StoreOptions options, CheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            var store = StoreServices.Open(options, context.Services);
            using var close = store as IDisposable;
            await store.PrepareAsync(cancellationToken);
            foreach (var table in Enum.GetValues<StoreTable>())
            {
                if (await ProbeAsync(store, table, cancellationToken) is { } problem)
                    return CheckResult.Wrong(Area, problem);
            }

            var names = string.Join(" and ", Enum.GetNames<StoreTable>().Select(name => options.Kind == StoreKind.Tables ? options.TablePrefix + name : name));
            return CheckResult.Ok(Area, $"{Place(options, context)}: a row was written, read and deleted in {names}");
        }
        catch (StoreUnavailableException failure)
        {
            return CheckResult.Wrong(Area, failure.Message);
        }
    }

    private static async Task<string?> ProbeAsync(IStore store, StoreTable table, CancellationToken cancellationToken)
    {
        var row = new Row(Guid.NewGuid().ToString("N"), ImmutableDictionary<string, object>.Empty.Add("written", true));
        if (!(await store.WriteAsync(table, Nobody, [new RowChange.Add(row)], cancellationToken)).Saved)
            return $"a new row of {table} was said to be there already: something else writes there";
        var read = await store.ReadAsync(table, Nobody, row.Key, cancellationToken);
        var deleted = await store.WriteAsync(table, Nobody, [new RowChange.Delete(row.Key)], cancellationToken);
        return read is null ? $"a row that was written to {table} cannot be read back" : deleted.Saved ? null : $"a row of {table} cannot be deleted";
    }

    private static string Place(StoreOptions options, CheckContext context) => options.Kind == StoreKind.Tables
        ? options.AccountUrl ?? "the account of Store:ConnectionString"
        : Path.GetFullPath(Path.Combine(context.Environment.ContentRootPath, options.Folder));

    private static IEnumerable<CheckResult> Disk(string folder)
    {
        if (!Directory.Exists(folder))
            yield break;
        var drive = new DriveInfo(folder);
        if (drive.DriveType == DriveType.Network)
            yield return CheckResult.Wrong(Area, "Store:Folder is on a network share, where SQLite loses writes", "Set Store:Folder to a local disk, or Store:Kind to tables. On App Service /home is such a share.");
        yield return Space(drive.AvailableFreeSpace);
    }
}
