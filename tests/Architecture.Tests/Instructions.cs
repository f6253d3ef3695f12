using System.Reflection;
using System.Reflection.Emit;

namespace LostCases.Architecture.Tests;

/// <summary>Reads the methods named by a method body's instructions (ECMA-335 III).</summary>
internal static class Instructions
{
    private static readonly Dictionary<int, OpCode> ByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(o => (int)(ushort)o.Value);

    internal static IEnumerable<int> MethodTokens(byte[] code)
    {
        var at = 0;
        while (at < code.Length)
        {
            int value = code[at++];
            if (value == 0xFE)
            {
                value = (value << 8) | code[at++];
            }

            var operand = ByValue[value].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineTok)
            {
                yield return BitConverter.ToInt32(code, at);
            }

            at += operand == OperandType.InlineSwitch ? 4 + (4 * BitConverter.ToInt32(code, at)) : Size(operand);
        }
    }

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
