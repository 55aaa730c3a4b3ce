using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CtoBot.Tests.Infrastructure;

/// <summary>A declaration of a Bicep file.</summary>
/// <param name="Kind">param, var, resource, module, output.</param>
/// <param name="Name">Its symbol.</param>
/// <param name="Text">All of it, without comments, from its keyword to the next declaration.</param>
internal sealed record BicepDeclaration(string Kind, string Name, string Text)
{
    /// <summary>What stands in the first quotation marks of a resource or module: its type, or the path.</summary>
    public string Quoted { get; } = Regex.Match(Text, "'([^']*)'").Groups[1].Value;

    /// <summary>Whether a parameter has a value of its own.</summary>
    public bool HasDefault { get; } = Kind == "param" && Text.Contains('=', StringComparison.Ordinal);
}

/// <summary>
/// As much of a Bicep file as its structure needs: declarations, properties by indentation, and the symbols that expressions use.
/// It expects the usual layout: a declaration at the beginning of a line, two blanks for each level.
/// </summary>
internal sealed partial class BicepFile
{
    /// <summary>Keywords, literals and types that stand where a symbol could.</summary>
    private static readonly ImmutableHashSet<string> Reserved =
        ["param", "var", "resource", "module", "output", "existing", "if", "for", "in", "string", "int", "bool", "object", "array", "true", "false", "null"];

    public BicepFile(string path)
    {
        Path = path;
        Text = Comment().Replace(File.ReadAllText(path), "");
        var starts = Declaration().Matches(Text);
        Declarations =
        [
            .. starts.Select((start, index) => new BicepDeclaration(
                start.Groups[1].Value,
                start.Groups[2].Value,
                Decorators().Replace(Text[start.Index..(index + 1 < starts.Count ? starts[index + 1].Index : Text.Length)], "\n"))),
        ];
    }

    public string Path { get; }

    /// <summary>Without comments.</summary>
    public string Text { get; }

    public ImmutableArray<BicepDeclaration> Declarations { get; }

    public IEnumerable<BicepDeclaration> Of(string kind) => Declarations.Where(declaration => declaration.Kind == kind);

    /// <summary>The names of the properties directly under a property of a declaration, e.g. of <c>params</c>.</summary>
    public static IReadOnlyList<string> Under(BicepDeclaration declaration, string property)
    {
        var block = Regex.Match(declaration.Text, $@"^(?<indent> +){property}: \{{\r?\n(?<body>(?:\k<indent> .*\r?\n|\s*\r?\n)*)\k<indent>\}}", RegexOptions.Multiline);
        var indent = block.Groups["indent"].Value + "  ";
        return [.. Regex.Matches(block.Groups["body"].Value, $@"^{indent}(?<name>'[^']+'|\w+):", RegexOptions.Multiline).Select(match => match.Groups["name"].Value.Trim('\''))];
    }

    /// <summary>The symbols that expressions use: neither functions, nor members, nor the names of properties.</summary>
    public IEnumerable<string> Used(BicepDeclaration declaration)
    {
        var body = declaration.Text[(declaration.Text.IndexOf(declaration.Name, StringComparison.Ordinal) + declaration.Name.Length)..];
        var loops = LoopVariable().Matches(body).Select(match => match.Groups[1].Value).ToHashSet();
        return Symbol().Matches(Expressions(body)).Select(match => match.Value).Where(name => !Reserved.Contains(name) && !loops.Contains(name));
    }

    /// <summary>The text with every string reduced to what is interpolated in it.</summary>
    private static string Expressions(string text) =>
        StringLiteral().Replace(text, literal => string.Concat(Interpolation().Matches(literal.Value).Select(match => $" ({Expressions(match.Groups[1].Value)}) ")));

    [GeneratedRegex(@"^[ ]*//.*\r?\n", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(param|var|resource|module|output) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    /// <summary>Those of the declaration that follows.</summary>
    [GeneratedRegex(@"\n(@[\s\S]*|targetScope .*\n)$")]
    private static partial Regex Decorators();

    [GeneratedRegex(@"for (\w+) in ")]
    private static partial Regex LoopVariable();

    [GeneratedRegex(@"(?<= in )\w+(?=:)|(?<![\w.'@])[A-Za-z_]\w*(?!\w)(?!\s*\()(?!\s*:)")]
    private static partial Regex Symbol();

    /// <summary>With what is interpolated, in which there may be strings, but not again interpolated ones.</summary>
    [GeneratedRegex(@"'(?:\\.|\$\{(?:'[^']*'|[^}'])*\}|[^'\\])*'")]
    private static partial Regex StringLiteral();

    [GeneratedRegex(@"\$\{((?:'[^']*'|[^}'])*)\}")]
    private static partial Regex Interpolation();
}
