using System.Runtime.CompilerServices;
using System.Text;

namespace CtoBot.Tests.Cards;

/// <summary>
/// Compares text with a file beside the tests that was looked at when it was made. With the environment variable
/// <c>CTOBOT_UPDATE_GOLDEN=1</c> the file is written instead; look at the difference before you keep it.
/// </summary>
internal static class Golden
{
    private const string UpdateVariable = "CTOBOT_UPDATE_GOLDEN";
    private const int Context = 2;
    private const int MostLines = 20;

    /// <summary>Fails with the first difference if the text is not that of <c>Golden/{name}.json</c>.</summary>
    public static void Match(string name, string json, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Golden", name + ".json");
        var text = json.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        Assert.True(File.Exists(path), $"There is no golden file '{name}'. Make it with {UpdateVariable}=1, and look at it.");
        var golden = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (golden != text)
            Assert.Fail($"'{name}' is not as the golden file has it ({UpdateVariable}=1 rewrites it):\n{Difference(golden.Split('\n'), text.Split('\n'))}");
    }

    /// <summary>The lines from the first to the last that differ, a few at most.</summary>
    private static string Difference(string[] golden, string[] actual)
    {
        var first = golden.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        var same = golden.Reverse().Zip(actual.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var shared = Math.Min(same, Math.Min(golden.Length, actual.Length) - first);
        var text = new StringBuilder();
        Write(text, "  ", golden[Math.Max(0, first - Context)..first]);
        Write(text, "- ", golden[first..(golden.Length - shared)]);
        Write(text, "+ ", actual[first..(actual.Length - shared)]);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string mark, string[] lines)
    {
        foreach (var line in lines.Take(MostLines))
            text.Append(mark).Append(line).Append('\n');
        if (lines.Length > MostLines)
            text.Append(mark).Append("… ").Append(lines.Length - MostLines).Append(" more lines\n");
    }
}
