namespace CtoBot.Core.Readout;

/// <summary>A form in which the readout can be taken away.</summary>
public enum ReadoutForm
{
    /// <summary>A Word document.</summary>
    Word,

    /// <summary>An Excel workbook.</summary>
    Excel,

    /// <summary>Every table as a file of comma-separated values, in a zip archive.</summary>
    Csv,

    /// <summary>Everything as JSON, for programs.</summary>
    Json,

    /// <summary>The page to look at.</summary>
    Page,
}
