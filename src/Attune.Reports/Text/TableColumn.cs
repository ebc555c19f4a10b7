namespace Attune.Reports.Text;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Align">The side at which its cells begin.</param>
/// <param name="DropOrder">Where the table is too wide, columns with the lowest order above 0 go first; 0 stays.</param>
internal sealed record TableColumn(string Title, CellAlign Align = CellAlign.Start, int DropOrder = 0);

/// <summary>The side of a cell at which its text stands.</summary>
internal enum CellAlign
{
    /// <summary>Words.</summary>
    Start,

    /// <summary>Numbers.</summary>
    End,
}
