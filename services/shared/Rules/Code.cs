using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LostCases.Rules;

/// <summary>Turns enum members into the codes of the domain and back: <c>CountyUnit</c> ↔ <c>COUNTY_UNIT</c>; the same codes JSON has.</summary>
public static class Code
{
    /// <summary>The code of a member.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Cache<T>.Codes[value];

    /// <summary>Reads a code; false where there is no such member.</summary>
    public static bool TryParse<T>(string? code, out T value)
        where T : struct, Enum => Cache<T>.Members.TryGetValue(code ?? "", out value);

    private static class Cache<T>
        where T : struct, Enum
    {
        internal static readonly Dictionary<T, string> Codes = Enum.GetValues<T>().ToDictionary(v => v, v => Write(v.ToString()));
        internal static readonly Dictionary<string, T> Members = Codes.ToDictionary(c => c.Value, c => c.Key);

        private static string Write(string member) =>
            typeof(T).GetField(member)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
            ?? JsonNamingPolicy.SnakeCaseUpper.ConvertName(member);
    }
}
