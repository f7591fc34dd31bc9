namespace GovDocFlow.Web.Resources;

/// <summary>The words of the pages: Chinese in <c>Texts.resx</c>, English in <c>Texts.en.resx</c>, with the same keys.</summary>
internal sealed class Texts;
