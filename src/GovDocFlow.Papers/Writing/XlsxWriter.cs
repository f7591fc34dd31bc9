using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GovDocFlow.Papers;

/// <summary>Writes one sheet of rows straight to where it is read, never holding more than a row.</summary>
/// <remarks>Days are dates and moments are date-times as a spreadsheet counts them; all else is text, numbers of documents too.</remarks>
public sealed class XlsxWriter : IDisposable
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string OfficeTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageTypes = "http://schemas.openxmlformats.org/package/2006";
    private const string SheetTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const int LongestText = 32_767;
    private const uint HeadStyle = 1;
    private const uint DayStyle = 2;
    private const uint MomentStyle = 3;

    private readonly ZipArchive _zip;
    private readonly OpenXmlPartWriter _sheet;
    private readonly Stream _part;

    /// <summary>Begins the file.</summary>
    /// <param name="target">Where it goes; need not be seekable, and is left open.</param>
    /// <param name="sheet">The sheet's name, of at most 31 characters.</param>
    /// <param name="heads">The heads of the columns.</param>
    public XlsxWriter(Stream target, string sheet, IReadOnlyList<string> heads)
    {
        _zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Add("[Content_Types].xml", ContentTypes);
        Add("_rels/.rels", Relations(("officeDocument", "xl/workbook.xml")));
        Add("xl/_rels/workbook.xml.rels", Relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")));
        Add("xl/workbook.xml", Book(sheet).OuterXml);
        Add("xl/styles.xml", Styles().OuterXml);
        _part = _zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        _sheet = new OpenXmlPartWriter(_part);
        _sheet.WriteStartDocument(true);
        _sheet.WriteStartElement(new Worksheet());
        _sheet.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        {
            WorkbookViewId = 0,
        }));
        _sheet.WriteElement(Widths(heads));
        _sheet.WriteStartElement(new SheetData());
        Write(heads, text => Text(text, HeadStyle));
    }

    /// <summary>Writes a row: <see cref="DateOnly"/>, <see cref="DateTimeOffset"/> (its own wall time), text, or null for nothing.</summary>
    /// <exception cref="ArgumentException">A value is none of these.</exception>
    public void Row(IReadOnlyList<object?> values) => Write(values, Cell);

    /// <summary>Ends the file.</summary>
    public void Dispose()
    {
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.Dispose();
        _part.Dispose();
        _zip.Dispose();
    }

    private void Write<T>(IReadOnlyList<T> values, Func<T, Cell> cell)
    {
        _sheet.WriteStartElement(new Row());
        foreach (var value in values)
        {
            _sheet.WriteElement(cell(value));
        }

        _sheet.WriteEndElement();
    }

    private static Cell Cell(object? value) => value switch
    {
        null => new Cell(),
        string text => Text(text, 0),
        DateOnly day => Number(day.ToDateTime(TimeOnly.MinValue), DayStyle),
        DateTimeOffset moment => Number(moment.DateTime, MomentStyle),
        _ => throw new ArgumentException($"A cell holds a day, a moment or text, not {value.GetType().Name}.", nameof(value)),
    };

    private static Cell Number(DateTime value, uint style) => new()
    {
        StyleIndex = style,
        CellValue = new CellValue(value.ToOADate().ToString("R", CultureInfo.InvariantCulture)),
    };

    private static Cell Text(string text, uint style) => new()
    {
        StyleIndex = style,
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    // What XML cannot hold would make a file that opens nowhere.
    private static string Clean(string text)
    {
        var clean = text.All(XmlConvert.IsXmlChar)
            ? text
            : string.Concat(text.EnumerateRunes().Where(one => !one.IsBmp || XmlConvert.IsXmlChar((char)one.Value)));
        var length = Math.Min(clean.Length, LongestText);
        return clean[..(length > 0 && char.IsHighSurrogate(clean[length - 1]) ? length - 1 : length)];
    }

    private static Columns Widths(IReadOnlyList<string> heads) => new(heads.Select((_, index) => new Column
    {
        Min = (uint)index + 1,
        Max = (uint)index + 1,
        Width = index == 0 ? 60 : 18,
        CustomWidth = true,
    }));

    private static Workbook Book(string sheet) => new(new Sheets(new Sheet { Name = sheet, SheetId = 1, Id = "rId1" }));

    private static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd" },
            new NumberingFormat { NumberFormatId = 165, FormatCode = "yyyy-mm-dd hh:mm" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true }));

    private void Add(string name, string xml)
    {
        using var part = _zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes(Declaration + xml));
    }

    private static string ContentTypes =>
        $"""
        <Types xmlns="{PackageTypes}/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Override PartName="/xl/workbook.xml" ContentType="{SheetTypes}.sheet.main+xml"/>
          <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SheetTypes}.worksheet+xml"/>
          <Override PartName="/xl/styles.xml" ContentType="{SheetTypes}.styles+xml"/>
        </Types>
        """;

    private static string Relations(params (string Type, string Target)[] relations) =>
        $"""<Relationships xmlns="{PackageTypes}/relationships">"""
        + string.Concat(relations.Select((relation, index) =>
            $"""<Relationship Id="rId{index + 1}" Type="{OfficeTypes}/{relation.Type}" Target="{relation.Target}"/>"""))
        + "</Relationships>";
}
