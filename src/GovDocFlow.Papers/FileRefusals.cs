using GovDocFlow.Documents;

namespace GovDocFlow.Papers;

/// <summary>The four ways in which a file is turned away at the door.</summary>
internal static class FileRefusals
{
    public static RefusedException Empty() => new(Refusal.Content(
        "FILE_EMPTY",
        "文件是空的（0 字节），请检查后重新上传。",
        "The file is empty (0 bytes). Check it and upload it again."));

    public static RefusedException NotTaken(string extension) => Kind(
        $"不接收“{extension}”类型的文件，请转换为 docx、pdf、ofd、xlsx、png 或 jpg 后上传。",
        $"Files of type “{extension}” are not taken. Convert it to docx, pdf, ofd, xlsx, png or jpg.");

    public static RefusedException Contradicted(string extension) => Kind(
        $"文件内容与扩展名“{extension}”不符（或已加密），请用原软件另存为该格式后上传。",
        $"The content is not that of a “{extension}” file, or it is encrypted. Save it in that format and upload it again.");

    public static RefusedException Damaged() => new(Refusal.Content(
        "FILE_DAMAGED",
        "文件已损坏或不完整，无法打开，请重新保存后上传。",
        "The file is damaged or incomplete and cannot be opened. Save it again and upload it."));

    public static RefusedException Bomb() => new(Refusal.Content(
        "FILE_BOMB",
        "文件展开后过大或结构异常，不予接收，请删减图片、附件对象后重新保存。",
        "The file is far too large once unpacked, or its structure is abnormal. Remove pictures or embedded objects and save it again."));

    private static RefusedException Kind(string zh, string en) =>
        new(new Refusal(RefusalKind.WrongKind, "FILE_KIND", new Sentence(zh, en)));
}
