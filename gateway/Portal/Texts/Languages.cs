using LostCases.Platform;

namespace LostCases.Portal.Texts;

/// <summary>Which language a browser gets: the one chosen in the person menu, otherwise the one it asks for.</summary>
internal static class Languages
{
    internal const string Chinese = "zh-CN";
    internal const string English = "en";
    private const string CookieName = "lostcases.language";

    internal static string Of(HttpContext http) =>
        http.Request.Cookies[CookieName] is { } chosen && IsKnown(chosen) ? chosen : Problems.Language(http);

    internal static void Remember(HttpContext http, string language)
    {
        if (IsKnown(language))
        {
            http.Response.Cookies.Append(CookieName, language, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            });
        }
    }

    private static bool IsKnown(string language) => language is Chinese or English;
}
