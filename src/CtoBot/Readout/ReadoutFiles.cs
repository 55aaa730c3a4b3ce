using CtoBot.Core.Readout;
using CtoBot.Documents;
using CtoBot.Export;
using CtoBot.Turns;

namespace CtoBot.Readout;

/// <summary>The readout as files: which there are, and what is in them.</summary>
internal static class ReadoutFiles
{
    /// <summary>Stands in no partition and in no key of a function.</summary>
    private const char Divider = '\n';

    /// <summary>Whose readout, or which part of it, a token shows.</summary>
    public static string SubjectOf(PersonKey person, string? function) => function is null ? person.Partition : $"{person.Partition}{Divider}{function}";

    /// <summary>Whether a link of this form leads to one.</summary>
    public static bool Has(ExportForm form) => PathOf(form) is not null;

    /// <summary>The path of a form, without a slash before it; null for one that is none of these.</summary>
    public static string? PathOf(ExportForm form) => form switch
    {
        ExportForm.ReadoutWord => "data/readout/word",
        ExportForm.ReadoutExcel => "data/readout/excel",
        ExportForm.ReadoutCsv => "data/readout/csv",
        ExportForm.ReadoutJson => "data/readout/json",
        _ => null,
    };

    /// <summary>The form of the link to a file or to the page.</summary>
    public static ExportForm FormOf(ReadoutForm form) => form switch
    {
        ReadoutForm.Word => ExportForm.ReadoutWord,
        ReadoutForm.Excel => ExportForm.ReadoutExcel,
        ReadoutForm.Csv => ExportForm.ReadoutCsv,
        ReadoutForm.Json => ExportForm.ReadoutJson,
        _ => ExportForm.Page,
    };

    /// <summary>The file, or null if the person has no readout.</summary>
    /// <param name="readouts">Makes the readout.</param>
    /// <param name="form">Which file.</param>
    /// <param name="subject">See <see cref="SubjectOf"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public static async Task<ReadoutFile?> ReadAsync(ReadoutSource readouts, ExportForm form, string subject, CancellationToken cancellationToken)
    {
        var named = subject.Split(Divider);
        if (PersonKey.OfPartition(named[0]) is not { } person || await readouts.ReadAsync(person, own: false, cancellationToken) is not var (page, agreement))
            return null;
        if (named.Length > 1)
            return form == ExportForm.ReadoutWord && ReadoutPart.Of(page, named[1]) is { } part ? new ReadoutFile(ReadoutDocument.Write(part, null), AgreementFile.MediaType, $"readout-{named[1]}.docx") : null;
        return form switch
        {
            ExportForm.ReadoutWord => new ReadoutFile(ReadoutDocument.Write(page, agreement), AgreementFile.MediaType, "readout.docx"),
            ExportForm.ReadoutExcel => new ReadoutFile(ReadoutWorkbook.Write(page), ReadoutWorkbook.MediaType, "readout.xlsx"),
            ExportForm.ReadoutCsv => new ReadoutFile(ReadoutCsv.Write(page), ReadoutCsv.MediaType, "readout-csv.zip"),
            _ => new ReadoutFile(ReadoutJson.Write(page), ReadoutJson.MediaType, "readout.json"),
        };
    }
}

/// <summary>A file to hand on.</summary>
/// <param name="Bytes">What is in it.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Name">Its name.</param>
internal sealed record ReadoutFile(byte[] Bytes, string MediaType, string Name);
