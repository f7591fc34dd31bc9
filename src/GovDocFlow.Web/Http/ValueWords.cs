using GovDocFlow.Documents;

namespace GovDocFlow.Web.Http;

/// <summary>Says what a field takes.</summary>
internal static class ValueWords
{
    /// <summary>What a value of <paramref name="type"/> looks like.</summary>
    public static Sentence Expected(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value.IsEnum)
        {
            var names = Enum.GetNames(value).Select(name => char.ToLowerInvariant(name[0]) + name[1..]).ToList();
            return new($"只能取：{string.Join('、', names)}。", $"It must be one of: {string.Join(", ", names)}.");
        }

        return value switch
        {
            _ when value == typeof(bool) => new("应为 true 或 false。", "It must be true or false."),
            _ when value == typeof(int) || value == typeof(long) => new("应为整数。", "It must be a whole number."),
            _ when value == typeof(DateOnly) => new("应为 yyyy-MM-dd 形式的日期。", "It must be a day of the form yyyy-MM-dd."),
            _ when value == typeof(DateTimeOffset) => new(
                "应为带时区的时刻，例如 2026-02-13T16:20:00+08:00。",
                "It must be an instant with its offset, such as 2026-02-13T16:20:00+08:00."),
            _ when value == typeof(Guid) => new("应为 UUID。", "It must be a UUID."),
            _ => new("取值的类型或格式不对。", "The value's type or format is wrong."),
        };
    }
}
