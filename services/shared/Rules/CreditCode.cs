namespace LostCases.Rules;

/// <summary>Unified social credit code (统一社会信用代码, GB 32100-2015).</summary>
public static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string OrganisationAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Whether the code has 18 allowed characters, six digits for the division, and both check characters right.</summary>
    public static bool IsValid(string? code) =>
        code is { Length: 18 }
        && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal))
        && code.AsSpan(2, 6).IndexOfAnyExceptInRange('0', '9') < 0
        && code[16] == OrganisationCheck(code.AsSpan(8, 8))
        && code[17] == Check(code);

    private static char Check(string code)
    {
        var sum = Weights.Select((weight, i) => weight * Alphabet.IndexOf(code[i], StringComparison.Ordinal)).Sum();
        return Alphabet[(31 - (sum % 31)) % 31];
    }

    private static char OrganisationCheck(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            sum += OrganisationWeights[i] * OrganisationAlphabet.IndexOf(body[i], StringComparison.Ordinal);
        }

        return (11 - (sum % 11)) switch { 10 => 'X', 11 => '0', var r => (char)('0' + r) };
    }
}
