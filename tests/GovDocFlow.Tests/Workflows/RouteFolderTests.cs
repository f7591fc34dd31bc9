using GovDocFlow.Workflows;

namespace GovDocFlow.Tests.Workflows;

internal sealed class RouteFolderTests
{
    private string _folder = string.Empty;

    [SetUp]
    public void Copy_the_shipped_routes()
    {
        _folder = Directory.CreateTempSubdirectory("routes").FullName;
        foreach (var id in RouteFile.ShippedIds)
        {
            Write($"{id}.json", RouteFile.Shipped(id).ToString());
        }
    }

    [TearDown]
    public void Remove_the_folder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_bad_file_stops_its_route_and_no_other()
    {
        Write("joint.json", "{");

        var folder = Load();

        Assert.That(folder.Problems.Select(each => (each.File, each.Code)), Is.EqualTo([("joint.json", "BAD_JSON")]));
        Assert.That(folder.Routes, Has.Count.EqualTo(4));
        Assert.That(folder.Find("joint"), Is.Null);
        Assert.That(folder.Find("government")!.Name, Is.EqualTo("政府文件"));
    }

    [Test]
    public void A_route_that_breaks_a_promise_is_stopped()
    {
        Write("joint.json", RouteFile.Shipped("joint").Set("legalityReview", "when", "notProactive").ToString());

        var folder = Load();

        Assert.That(
            folder.Problems.Select(each => (each.File, each.Activity, each.Code)),
            Is.EqualTo([("joint.json", (string?)null, "UNPROVEN")]));
        Assert.That(folder.Find("joint"), Is.Null);
    }

    [Test]
    public void Two_files_of_one_name_stop_that_route()
    {
        Write("copy.json", RouteFile.Shipped("joint").ToString());

        var folder = Load();

        Assert.That(
            folder.Problems.Select(each => (each.File, each.Code)),
            Is.EqualTo([("copy.json", "DUPLICATE_ROUTE"), ("joint.json", "DUPLICATE_ROUTE")]));
        Assert.That(folder.Routes, Has.Count.EqualTo(4));
    }

    [Test]
    public void Bytes_that_are_no_text_are_a_problem_of_that_file()
    {
        File.WriteAllBytes(Path.Combine(_folder, "joint.json"), [0x7B, 0xFF, 0xFE, 0x7D]);

        Assert.That(Load().Problems.Select(each => (each.File, each.Code)), Is.EqualTo([("joint.json", "UNREADABLE")]));
    }

    [Test]
    public void A_folder_that_is_not_there_is_a_problem()
    {
        var folder = RouteFolder.Load(Path.Combine(_folder, "missing"), OfficeActivity.Shapes);

        Assert.That(folder.Routes, Is.Empty);
        Assert.That(folder.Problems.Select(each => each.Code), Is.EqualTo((string[])["UNREADABLE"]));
    }

    private RouteFolder Load() => RouteFolder.Load(_folder, OfficeActivity.Shapes);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
