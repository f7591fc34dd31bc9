using System.Xml;

namespace GovDocFlow.Papers.Docx;

/// <summary>Steps of an XML reader that refuse endless nesting, since the reader keeps an object for each level.</summary>
internal static class BoundedReading
{
    // Two hundred tables within each other are some eight hundred elements deep; no hand makes more.
    private const int DeepestNesting = 1_000;

    /// <summary>Goes to the next node; false at the end.</summary>
    /// <exception cref="Documents.RefusedException"><c>FILE_BOMB</c>: nested deeper than a thousand elements.</exception>
    public static bool Step(this XmlReader reader)
    {
        var hasNode = reader.Read();
        return reader.Depth <= DeepestNesting ? hasNode : throw FileRefusals.Bomb();
    }

    /// <summary>Goes to the node after the element on which the reader stands, and after all within it.</summary>
    /// <exception cref="Documents.RefusedException"><c>FILE_BOMB</c>: nested deeper than a thousand elements.</exception>
    public static void StepOver(this XmlReader reader)
    {
        var depth = reader.Depth;
        if (!reader.IsEmptyElement)
        {
            while (reader.Step() && reader.Depth > depth)
            {
            }
        }

        reader.Step();
    }
}
