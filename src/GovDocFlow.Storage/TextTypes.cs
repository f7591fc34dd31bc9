using System.Data;
using System.Globalization;
using Dapper;

namespace GovDocFlow.Storage;

/// <summary>How keys, instants, days and yes-or-no are stored: alike on both databases, and in an order that sorts.</summary>
/// <remarks>
/// A key is lower-case text of 36 characters; an instant is UTC text to the millisecond, of 24; a day is
/// <c>yyyy-MM-dd</c>; yes is 1 and no is 0. The mapper does not ask about the members of a list parameter
/// (<c>IN @ids</c>): pass those as <see cref="Text(Guid)"/>.
/// </remarks>
public static class TextTypes
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly Lazy<bool> Registered = new(RegisterOnce);

    /// <summary>Tells the mapper, once; must come before the first statement, and a <see cref="Database"/> does it.</summary>
    public static void Register() => _ = Registered.Value;

    /// <summary>The instant as it is stored: what is finer than a millisecond is cut off.</summary>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    /// <summary>The key as it is stored.</summary>
    public static string Text(Guid id) => id.ToString();

    private static bool RegisterOnce()
    {
        Register(new GuidText());
        Register(new InstantText());
        Register(new DayText());
        Register(new YesOrNo());
        return true;
    }

    private static void Register<T>(SqlMapper.TypeHandler<T> handler)
        where T : struct
    {
        // The mapper's own idea of the type would win over the handler.
        SqlMapper.RemoveTypeMap(typeof(T));
        SqlMapper.RemoveTypeMap(typeof(T?));
        SqlMapper.AddTypeHandler(handler);
    }

    private static void SetText(IDbDataParameter parameter, string text)
    {
        parameter.DbType = DbType.String;
        parameter.Size = text.Length;
        parameter.Value = text;
    }

    private sealed class GuidText : SqlMapper.TypeHandler<Guid>
    {
        public override void SetValue(IDbDataParameter parameter, Guid value) => SetText(parameter, Text(value));

        public override Guid Parse(object value) => Guid.Parse((string)value);
    }

    private sealed class InstantText : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            SetText(parameter, Text(value));

        public override DateTimeOffset Parse(object value) =>
            DateTimeOffset.ParseExact(
                (string)value, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    private sealed class DayText : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value) =>
            SetText(parameter, value.ToString(DayFormat, CultureInfo.InvariantCulture));

        public override DateOnly Parse(object value) =>
            DateOnly.ParseExact((string)value, DayFormat, CultureInfo.InvariantCulture);
    }

    private sealed class YesOrNo : SqlMapper.TypeHandler<bool>
    {
        public override void SetValue(IDbDataParameter parameter, bool value)
        {
            parameter.DbType = DbType.Int32;
            parameter.Value = value ? 1 : 0;
        }

        public override bool Parse(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0;
    }
}
