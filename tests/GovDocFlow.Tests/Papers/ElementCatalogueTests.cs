using System.Runtime.CompilerServices;
using GovDocFlow.Documents.Papers;

namespace GovDocFlow.Tests.Papers;

public sealed class ElementCatalogueTests
{
    [Test]
    public void The_shipped_catalogue_requires_six_elements_and_recommends_three()
    {
        var catalogue = ElementCatalogue.Parse(File.ReadAllText(CatalogueFile()));

        Assert.That(Names(required: true), Is.EqualTo("背景依据、目标任务、主要内容、涉及范围、执行口径、新旧政策差异"));
        Assert.That(Names(required: false), Is.EqualTo("注意事项、关键词诠释、惠民利民举措"));

        string Names(bool required) => string.Join('、', catalogue.Elements.Where(one => one.Required == required).Select(one => one.Name));
    }

    [TestCase("criteria", "criteria")]
    [TestCase("执行口径", "criteria")]
    [TestCase(" 执行标准 ", "criteria")]
    [TestCase("适用范围", "scope")]
    [TestCase("与原政策的区别", "differences")]
    [TestCase("天气", null)]
    public void An_element_answers_to_its_code_its_name_and_its_synonyms(string word, string? code)
    {
        var catalogue = ElementCatalogue.Parse(File.ReadAllText(CatalogueFile()));

        Assert.That(catalogue.Named(word)?.Code, Is.EqualTo(code));
    }

    [TestCase("{", "cannot be read")]
    [TestCase("""{"name":"e","version":"1","effectiveFrom":"2017-03-17","elements":[]}""", "names no element")]
    [TestCase("""{"name":"e","version":"1","effectiveFrom":"2017-03-17","elements":[],"more":1}""", "more")]
    [TestCase("""{"name":"e","version":"1","effectiveFrom":"2017-03-17","elements":[{"code":"a","name":"甲","required":true,"synonyms":["甲"],"questions":[],"source":{"title":"t","certainty":"V"}}]}""", "'甲' is blank or used twice")]
    public void A_faulty_catalogue_is_refused_with_its_reason(string json, string reason) =>
        Assert.That(() => ElementCatalogue.Parse(json), Throws.TypeOf<FormatException>().With.Message.Contains(reason));

    private static string CatalogueFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../workflows/rules/interpretation-elements.json");
}
