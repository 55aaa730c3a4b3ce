namespace CtoBot.Playground;

/// <summary>
/// The npm package of the Playground in a folder of its own. The package list, its lock file and the launcher travel
/// inside this assembly, so nothing but the folder has to be writable.
/// </summary>
public static class PlaygroundInstall
{
    /// <summary>What package.json pins, for the progress line.</summary>
    public const string Package = "@microsoft/m365agentsplayground 0.2.28";

    /// <summary>The script to run with node, relative to the installation's folder.</summary>
    public const string Launcher = "launch.mjs";

    /// <summary>Installs into <paramref name="folder"/> unless what is there was installed from the same lock file.</summary>
    /// <param name="node">Node.js and npm.</param>
    /// <param name="folder">The folder; made when missing.</param>
    /// <param name="output">Where progress is written.</param>
    /// <param name="cancellationToken">Ends npm.</param>
    /// <exception cref="PlaygroundException">npm failed.</exception>
    public static async Task EnsureAsync(NodeTool node, string folder, TextWriter output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(node);
        Directory.CreateDirectory(folder);
        foreach (var file in (string[])["package.json", "package-lock.json", Launcher])
            await UnpackAsync(file, Path.Combine(folder, file), cancellationToken);

        await node.EnsureInstalledAsync(folder, Package, output, cancellationToken);
    }

    private static async Task UnpackAsync(string resource, string path, CancellationToken cancellationToken)
    {
        await using var source = typeof(PlaygroundInstall).Assembly.GetManifestResourceStream($"playground/{resource}")
            ?? throw new InvalidOperationException($"The assembly does not carry playground/{resource}.");
        using var copy = new MemoryStream();
        await source.CopyToAsync(copy, cancellationToken);
        var wanted = copy.ToArray();
        // Left alone if it is the same: a Playground that is just starting may be reading it.
        if (!File.Exists(path) || !(await File.ReadAllBytesAsync(path, cancellationToken)).SequenceEqual(wanted))
            await File.WriteAllBytesAsync(path, wanted, cancellationToken);
    }
}
