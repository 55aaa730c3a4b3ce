using System.Diagnostics;

namespace CtoBot.Benchmarks.Turns;

/// <summary>How long the disk takes to keep a page, which a turn waits for.</summary>
internal static class DiskSync
{
    private const int Writes = 200;

    /// <summary>Appends a page and syncs it, as a commit of SQLite does.</summary>
    /// <returns>How long each took.</returns>
    public static Sample Measure(string folder)
    {
        var path = Path.Combine(folder, "sync");
        var page = new byte[4096];
        var times = new List<TimeSpan>(Writes);
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            for (var write = 0; write < Writes; write++)
            {
                var watch = Stopwatch.StartNew();
                file.Write(page);
                file.Flush(flushToDisk: true);
                times.Add(watch.Elapsed);
            }
        }

        File.Delete(path);
        return Sample.Of(times);
    }
}
