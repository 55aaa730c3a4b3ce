using System.Diagnostics;
using System.Globalization;
using CtoBot.Storage.Sqlite;
using CtoBot.Turns;

namespace CtoBot.Tests.Storage;

/// <summary>Several processes on one file, and processes that are killed. The other process runs <see cref="Child"/> of this assembly.</summary>
public sealed class SqliteProcessTests : IDisposable
{
    private const string Person = "tenant|person";
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_processes_on_one_file_lose_nothing()
    {
        const int turns = 300;
        using var store = Store();
        await store.PrepareAsync(Cancel);
        using var child = Start(first: turns + 1, turns);
        var saved = Saved(child, enough: 1);
        await saved.Begun;
        await Child.Count(store, Person, 1, turns, _ => { }, Cancel);
        await child.WaitForExitAsync(Cancel);
        Assert.Equal(turns, (await saved.All).Count);
        await Check(store, Enumerable.Range(1, 2 * turns));
    }

    [Fact]
    public async Task Whatever_was_saved_is_there_after_the_process_was_killed_in_the_middle()
    {
        var told = new List<int>();
        for (var round = 0; round < 4; round++)
        {
            using var child = Start(first: 1 + (round * 100_000), turns: 99_999);
            var saved = Saved(child, enough: 1 + (round * 37));
            await saved.Begun;
            child.Kill();
            await child.WaitForExitAsync(Cancel);
            told.AddRange(await saved.All);

            using var store = Store();
            await store.PrepareAsync(Cancel);
            await Check(store, told);
        }
    }

    /// <summary>Every turn in <paramref name="saved"/> has its row, and the counter agrees with the rows.</summary>
    private static async Task Check(SqliteStore store, IEnumerable<int> saved)
    {
        var found = new List<Row>();
        await foreach (var row in store.QueryAsync(StoreTable.CtoBot, Person, KeyRange.Prefix("answer|"), Cancel))
            found.Add(row);
        Assert.Subset(found.Select(row => (int)row.Columns["turn"]).ToHashSet(), saved.ToHashSet());
        var state = await store.ReadAsync(StoreTable.CtoBot, Person, "state", Cancel);
        Assert.Equal(found.Count, state!.Columns["count"]);
        Assert.Equal(Enumerable.Range(1, found.Count), found.Select(row => (int)row.Columns["count"]).Order());
    }

    private SqliteStore Store() => new(folder.Path, TimeSpan.FromSeconds(20));

    private Process Start(int first, int turns)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(Child).Assembly.Location, "-explicit", "only", "-method", $"{typeof(Child).FullName}.{nameof(Child.Counts)}" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Child.Variable] = string.Create(CultureInfo.InvariantCulture, $"{first} {turns} {folder.Path}");
        return Process.Start(start)!;
    }

    /// <summary>The turns that the process tells as saved, and the moment when they are <paramref name="enough"/>.</summary>
    private static (Task Begun, Task<List<int>> All) Saved(Process child, int enough)
    {
        var begun = new TaskCompletionSource();
        return (begun.Task, Task.Run(async () =>
        {
            var saved = new List<int>();
            // The runner's own words go to the other stream, so that they cannot end up in the middle of a line.
            var runner = child.StandardOutput.ReadToEndAsync(Cancel);
            while (await child.StandardError.ReadLineAsync(Cancel) is { } line)
            {
                if (!line.StartsWith(Child.Saved, StringComparison.Ordinal) || !line.EndsWith('.'))
                    continue;
                saved.Add(int.Parse(line[Child.Saved.Length..^1], CultureInfo.InvariantCulture));
                if (saved.Count == enough)
                    begun.SetResult();
            }
            begun.TrySetException(new InvalidOperationException("The process saved too little: " + await runner));
            return saved;
        }));
    }

    /// <summary>The other process.</summary>
    public sealed class Child
    {
        public const string Variable = "CTOBOT_TEST_CHILD";
        public const string Saved = "saved ";

        [Fact(Explicit = true)]
        public async Task Counts()
        {
            var parts = Environment.GetEnvironmentVariable(Variable)!.Split(' ', 3);
            using var store = new SqliteStore(parts[2], TimeSpan.FromSeconds(20));
            await store.PrepareAsync(Cancel);
            await using var output = Console.OpenStandardError();
            await Count(
                store,
                Person,
                int.Parse(parts[0], CultureInfo.InvariantCulture),
                int.Parse(parts[1], CultureInfo.InvariantCulture),
                turn =>
                {
                    lock (output)
                    {
                        output.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Saved}{turn}.\n")));
                        output.Flush();
                    }
                },
                Cancel);
        }

        /// <summary>Counts some turns with eight writers.</summary>
        internal static async Task Count(IStore store, string person, int first, int turns, Action<int> saved, CancellationToken cancel)
        {
            var next = first - 1;
            await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
            {
                for (var turn = Interlocked.Increment(ref next); turn < first + turns; turn = Interlocked.Increment(ref next))
                {
                    await StoreContract.CountOne(store, person, turn, writer);
                    saved(turn);
                }
            }, cancel)));
        }
    }
}
