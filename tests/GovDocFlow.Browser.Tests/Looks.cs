namespace GovDocFlow.Browser.Tests;

/// <summary>What every page must meet.</summary>
internal static class Looks
{
    /// <summary>Takes its picture, and checks that axe, the scripts and the width of the window have nothing against it.</summary>
    public static async Task ShouldBeFineAsync(this Window window, string name)
    {
        await window.ShootAsync(name);
        var axe = await window.AxeAsync();
        var sideways = await window.ScrollsSidewaysAsync();

        Assert.Multiple(() =>
        {
            Assert.That(axe, Is.Empty, "axe");
            Assert.That(window.Complaints, Is.Empty, "script");
            Assert.That(sideways, Is.False, "sideways scroll");
        });
    }
}
