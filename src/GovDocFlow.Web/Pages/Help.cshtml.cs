namespace GovDocFlow.Web.Pages;

/// <summary>What the keys do.</summary>
internal sealed class HelpModel : OfficePage;
