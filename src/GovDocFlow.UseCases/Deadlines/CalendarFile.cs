using System.Globalization;
using System.Text;
using GovDocFlow.Deadlines;

namespace GovDocFlow.UseCases.Deadlines;

/// <summary>Writes due days as an iCalendar file (RFC 5545): all-day events that block no time.</summary>
internal static class CalendarFile
{
    private const int MostOctetsPerLine = 75;
    private const string LineEnd = "\r\n";

    /// <summary>The file; the same item has the same UID in every file.</summary>
    /// <param name="now">When it is written.</param>
    public static string Write(IEnumerable<DueItem> items, DateTimeOffset now)
    {
        var file = new StringBuilder();
        foreach (var line in (string[])
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//GovDocFlow//Due days//ZH", "CALSCALE:GREGORIAN",
                "X-WR-CALNAME:公文时限", "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
            ])
        {
            Append(file, line);
        }

        foreach (var item in items)
        {
            Append(file, item, now);
        }

        Append(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static void Append(StringBuilder file, DueItem item, DateTimeOffset now)
    {
        var isProvisional = item.Certainty is Certainty.Provisional;
        var range = isProvisional
            ? $"暂定：最早 {item.EarliestDueOn:yyyy-MM-dd}，最晚 {item.LatestDueOn:yyyy-MM-dd}。provisional\n"
            : "";
        Append(file, "BEGIN:VEVENT");
        Append(file, $"UID:{(item.IsTask ? "task" : "clock")}-{item.Id}@govdocflow");
        Append(file, string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"));
        Append(file, string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{item.DueOn:yyyyMMdd}"));
        Append(file, string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{item.DueOn.AddDays(1):yyyyMMdd}"));
        Append(file, $"SUMMARY:{Escaped($"{(isProvisional ? "【暂定】" : "")}{item.What.Zh}：{item.Number}《{item.Title}》")}");
        Append(file, $"DESCRIPTION:{Escaped($"{range}{item.What.Zh} / {item.What.En}")}");
        Append(file, $"STATUS:{(isProvisional ? "TENTATIVE" : "CONFIRMED")}");
        Append(file, "TRANSP:TRANSPARENT");
        Append(file, "END:VEVENT");
    }

    // A long line goes on in the next one after a blank; a character is never cut in two.
    private static void Append(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctetsPerLine)
            {
                file.Append(LineEnd).Append(' ');
                octets = 1;
            }

            file.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        file.Append(LineEnd);
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            switch (letter)
            {
                case '\n':
                    escaped.Append("\\n");
                    break;
                case '\\' or ';' or ',':
                    escaped.Append('\\').Append(letter);
                    break;
                case var control when char.IsControl(control):
                    break;
                default:
                    escaped.Append(letter);
                    break;
            }
        }

        return escaped.ToString();
    }
}
