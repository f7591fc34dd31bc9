using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.People;

namespace GovDocFlow.Tests.Staff;

[OnEachDatabase]
internal sealed class OrganTests(DatabaseProvider provider)
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenUnseededAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task An_empty_office_is_set_up_from_its_first_department_on()
    {
        var early = Assert.ThrowsAsync<RefusedException>(() => _office.Send(ADrafter("jiaoyu")))!;

        await _office.Send(new AddDepartment.Command("jiaoyu", "巴中市教育局", "市教育局", ["市教体局"]));
        await _office.Send(new AddSeries.Command("巴教规", "巴中市教育局", Normative: true));
        var drafter = await _office.Send(ADrafter("jiaoyu"));

        Assert.That(early.Refusal.Code, Is.EqualTo("NO_DEPARTMENT"));
        Assert.That(drafter.DepartmentName, Is.EqualTo("巴中市教育局"));
        Assert.That(
            (await _office.Send(new ListDepartments.Query())).Items.Single(),
            Has.Property(nameof(Department.Aliases)).EqualTo(new[] { "市教体局" }));
        Assert.That(
            (await _office.Send(new ListSeries.Query())).Items, Is.EqualTo(new[] { new AddSeries.Answer("巴教规", "巴中市教育局", true) }));
    }

    [Test]
    public async Task What_is_entered_already_is_refused_and_leaves_no_line_on_the_trail()
    {
        await _office.Send(new AddDepartment.Command("office", "巴中市人民政府办公室", "市府办", IsOffice: true));
        await _office.Send(new AddSeries.Command("巴府发", "巴中市人民政府"));

        AddDepartment.Command sameKey = new("office", "别的单位", "别的");
        AddDepartment.Command second = new("other", "第二办公室", "二办", IsOffice: true);
        AddSeries.Command sameSeries = new("巴府发", "巴中市人民政府办公室");

        Assert.That(Assert.ThrowsAsync<RefusedException>(() => _office.Send(sameKey))!.Refusal.Code, Is.EqualTo("DEPARTMENT_TAKEN"));
        Assert.That(Assert.ThrowsAsync<RefusedException>(() => _office.Send(second))!.Refusal.Code, Is.EqualTo("OFFICE_IS_THERE"));
        Assert.That(Assert.ThrowsAsync<RefusedException>(() => _office.Send(sameSeries))!.Refusal.Code, Is.EqualTo("SERIES_TAKEN"));
        Assert.That(await _office.Read<int>("SELECT COUNT(*) FROM TrailEntry WHERE Subject = 'office'"), Is.EqualTo(2));
    }

    [TestCase("", "名称", "简称", null)]
    [TestCase("Keji", "名称", "简称", null)]
    [TestCase("科技", "名称", "简称", null)]
    [TestCase("keji", " ", "简称", null)]
    [TestCase("keji", "名称", "", null)]
    [TestCase("keji", "名称", "简称", "一,二")]
    public void A_department_needs_a_plain_key_and_names(string key, string name, string shortName, string? alias) => Assert.That(
        () => _office.Send(new AddDepartment.Command(key, name, shortName, alias is null ? null : [alias])),
        Throws.InstanceOf<ValidationException>());

    [TestCase("")]
    [TestCase("巴")]
    [TestCase("巴府规〔2026〕")]
    [TestCase("BFG")]
    [TestCase("一二三四五六七八九十一二三")]
    public void A_series_is_what_stands_before_the_year(string series) => Assert.That(
        () => _office.Send(new AddSeries.Command(series, "巴中市人民政府")), Throws.InstanceOf<ValidationException>());

    [Test]
    public async Task Only_an_administrator_enters_them()
    {
        await using var seeded = await TestOffice.OpenAsync(provider: provider);

        var department = Assert.ThrowsAsync<RefusedException>(
            () => seeded.Send(new AddDepartment.Command("jiaoyu", "巴中市教育局", "市教育局"), by: "clerk"))!;
        var series = Assert.ThrowsAsync<RefusedException>(
            () => seeded.Send(new AddSeries.Command("巴教规", "巴中市教育局"), by: "clerk"))!;
        await seeded.Send(new AddSeries.Command("巴教规", "巴中市教育局"), by: "admin");

        Assert.That((department.Refusal.Code, series.Refusal.Code), Is.EqualTo(("NOT_AN_ADMIN", "NOT_AN_ADMIN")));
    }

    private static AddUser.Command ADrafter(string department) => new(
        "drafter.jiaoyu", "文若溪", "科员", department, [Role.Drafter], TestOffice.Password);
}
