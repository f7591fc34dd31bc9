namespace GovDocFlow.Web.Pages.Frame;

/// <summary>What the form of the sign-in page shows and carries.</summary>
/// <param name="Password">The demo users' password, where one of them was chosen; else null.</param>
/// <param name="ReturnUrl">Where to go on; null: the desk.</param>
/// <param name="Kept">What was sent with an ended sign-in; null where there is nothing.</param>
internal sealed record SignInForm(string? UserName, string? Password, string? ReturnUrl, KeptForm? Kept);

/// <summary>Why somebody has to sign in again.</summary>
/// <param name="LostFiles">Whether files came with the form, which have to be chosen again.</param>
internal sealed record SignInAgain(SignInForm Form, bool LostFiles);
