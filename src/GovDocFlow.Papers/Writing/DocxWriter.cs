namespace GovDocFlow.Papers;

/// <summary>
/// Writes the office's papers as Word documents: A4, black on white, for Word, WPS and LibreOffice. The same input always gives
/// the same bytes.
/// </summary>
public static class DocxWriter
{
    /// <summary>A return notice that names every defect at once.</summary>
    public static byte[] ReturnNotice(ReturnNoticeSheet sheet)
    {
        var page = new DocxPage();
        page.Title(sheet.Title);
        if (sheet.Number is { Length: > 0 } number)
        {
            page.Centred(number);
        }

        page.Form(
        [
            ["文件标题", sheet.DocumentTitle],
            ["起草单位", sheet.Department, "退回类别", sheet.Kind],
            ["退回次数", $"第 {sheet.N} 次", "退回人", sheet.By],
            ["退回时间", sheet.AtText],
        ]);
        AddItems(page, "一、需要改正的事项", sheet.Items);
        if (sheet.Warnings.Count > 0)
        {
            AddItems(page, "提醒事项（不作为退回理由）", sheet.Warnings);
        }

        if (sheet.Opinion is { Length: > 0 } opinion)
        {
            page.Heading("退回意见", 1);
            page.Paragraph(opinion);
        }

        if (sheet.Files.Count > 0)
        {
            page.Heading("退回时的文件", 1);
            page.Table(
                [5, 2, 9],
                ["文件名", "版本", "SHA-256"],
                [.. sheet.Files.Select(file => (IReadOnlyList<string>)[file.Name, $"第 {file.Version} 版", file.Sha256])]);
        }

        page.Paragraph("请按上述事项逐项改正或说明后重新报送。");
        page.Right(sheet.By);
        page.Right(sheet.AtText);
        return page.ToBytes(sheet.Title, sheet.By);
    }

    /// <summary>A sign-off sheet with its boxes, its attribute line and the opinions so far.</summary>
    public static byte[] SignOffSheet(SignOffSheet sheet)
    {
        var page = new DocxPage();
        page.Title(sheet.Heading);
        page.Right("非涉密公文专用");
        page.Form(
        [
            ["标题", sheet.Title],
            ["文种", sheet.Kind, "发文字号", sheet.Number],
            ["紧急程度", sheet.Urgency, "秘密等级", sheet.Secrecy],
            ["公开属性", sheet.Attribute],
            ["理由", sheet.AttributeGround],
            ["合法性审核", sheet.Legality, "公平竞争审查", sheet.FairCompetition],
            ["政策解读", sheet.Interpretation],
            ["主办单位", sheet.Department, "拟稿人", sheet.Drafter],
            ["联系电话", sheet.Phone, "拟稿日期", sheet.DraftedOn],
            ["会签单位", sheet.Countersigners],
            ["主送", sheet.MainRecipients],
            ["抄送", sheet.CopyRecipients],
            ["内部分发", sheet.InternalDistribution],
            ["附件", string.Join('\n', sheet.Attachments)],
            ["打字", sheet.Typist, "校对", sheet.Proofreader],
            ["份数", sheet.Copies, "要求办结时间", sheet.HandlingDue],
            ["签发人", sheet.Signer, "签发日期", sheet.SignedOn],
            ["成文日期", sheet.FormedOn, "印发日期", sheet.IssuedOn],
            ["附注", sheet.Annotation],
        ]);
        page.Heading("办理意见", 1);
        page.Table(
            [3, 3, 7, 3],
            ["环节", "姓名、职务", "意见", "日期"],
            [
                .. sheet.Opinions.Select(one => (IReadOnlyList<string>)
                    [one.Step, string.Join('\n', one.Name, one.Title).Trim(), one.Opinion, one.Date]),
            ]);
        return page.ToBytes(sheet.Heading, sheet.Department);
    }

    /// <summary>
    /// A document from marked-up lines: <c># </c> title, <c>## </c> and <c>### </c> headings of level 1 and 2, <c>| a | b |</c> rows of a
    /// table with its first row as head, <c>&gt; </c> a line set to the right; any other line that is not empty is a paragraph.
    /// </summary>
    public static byte[] FromText(string markup)
    {
        var page = new DocxPage();
        string? title = null;
        var rows = new List<IReadOnlyList<string>>();
        foreach (var line in markup.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith('|'))
            {
                rows.Add([.. line.Trim('|').Split('|', StringSplitOptions.TrimEntries)]);
                continue;
            }

            AddTable(page, rows);
            rows.Clear();
            switch (line)
            {
                case "":
                    break;
                case ['#', '#', '#', ' ', .. var text]:
                    page.Heading(text, 2);
                    break;
                case ['#', '#', ' ', .. var text]:
                    page.Heading(text, 1);
                    break;
                case ['#', ' ', .. var text]:
                    title ??= text;
                    page.Title(text);
                    break;
                case ['>', ' ', .. var text]:
                    page.Right(text);
                    break;
                default:
                    page.Paragraph(line);
                    break;
            }
        }

        AddTable(page, rows);
        return page.ToBytes(title ?? "", author: null);
    }

    private static void AddItems(DocxPage page, string heading, IReadOnlyList<NoticeItem> items)
    {
        page.Heading(heading, 1);
        var hasStatus = items.Any(item => item.StatusText is { Length: > 0 });
        page.Table(
            hasStatus ? [2, 5, 4, 4, 2] : [2, 5, 4, 5],
            hasStatus ? ["序号", "问题", "依据", "如何改正", "状态"] : ["序号", "问题", "依据", "如何改正"],
            [.. items.Select(Cells)]);

        IReadOnlyList<string> Cells(NoticeItem item)
        {
            string[] always =
            [
                string.Join('\n', new[] { $"{item.Item}", item.Code }.Where(text => text is { Length: > 0 })),
                item.Location is { Length: > 0 } location ? $"{item.Message}\n（{location}）" : item.Message,
                item.Basis ?? "",
                item.Fix ?? "",
            ];
            return hasStatus ? [.. always, item.StatusText ?? ""] : always;
        }
    }

    private static void AddTable(DocxPage page, List<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var columns = rows.Max(row => row.Count);
        page.Table(
            [.. Enumerable.Repeat(1, columns)],
            rows[0],
            [.. rows.Skip(1).Where(row => !row.All(cell => cell.Length > 0 && cell.All(letter => letter is '-' or ':')))]);
    }
}
