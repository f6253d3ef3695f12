using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace LostCases.Architecture.Tests;

/// <summary>A call in compiled code.</summary>
/// <param name="Caller">Full name of the outermost type the code stands in; lambdas and async methods belong to it.</param>
/// <param name="Type">Full name of the type called, without type arguments.</param>
/// <param name="Member">Name of the method called.</param>
internal sealed record Call(string Caller, string Type, string Member);

/// <summary>What an assembly's metadata says of it.</summary>
/// <param name="References">Names of the assemblies it uses.</param>
/// <param name="Namespaces">Namespaces it defines public types in.</param>
/// <param name="Calls">Calls of other assemblies' members.</param>
internal sealed record CompiledAssembly(IReadOnlyList<string> References, IReadOnlyList<string> Namespaces, IReadOnlyList<Call> Calls)
{
    internal static CompiledAssembly Read(string path)
    {
        using var pe = new PEReader(ImmutableArray.Create(File.ReadAllBytes(path)));
        var metadata = pe.GetMetadataReader();
        return new CompiledAssembly(
            [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))],
            [.. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Where(t => (t.Attributes & System.Reflection.TypeAttributes.VisibilityMask) == System.Reflection.TypeAttributes.Public)
                .Select(t => metadata.GetString(t.Namespace))
                .Distinct()],
            [.. CallsOf(pe, metadata).Distinct()]);
    }

    private static IEnumerable<Call> CallsOf(PEReader pe, MetadataReader metadata)
    {
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
            {
                continue;
            }

            var caller = Outermost(metadata, method.GetDeclaringType());
            foreach (var token in Instructions.MethodTokens(pe.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!))
            {
                if (Target(metadata, MetadataTokens.EntityHandle(token)) is { } target)
                {
                    yield return new Call(caller, target.Type, target.Member);
                }
            }
        }
    }

    private static (string Type, string Member)? Target(MetadataReader metadata, EntityHandle handle)
    {
        if (handle.Kind == HandleKind.MethodSpecification)
        {
            handle = metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method;
        }

        if (handle.Kind != HandleKind.MemberReference)
        {
            return null;
        }

        var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
        return TypeName(metadata, member.Parent) is { } type ? (type, metadata.GetString(member.Name)) : null;
    }

    private static string? TypeName(MetadataReader metadata, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                var reference = metadata.GetTypeReference((TypeReferenceHandle)handle);
                return FullName(metadata, reference.Namespace, reference.Name);
            case HandleKind.TypeSpecification:
                // A generic instance: class or value type marker, then the generic type itself.
                var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
                return signature.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance && signature.ReadCompressedInteger() > 0
                    ? TypeName(metadata, signature.ReadTypeHandle())
                    : null;
            default:
                return null;
        }
    }

    private static string Outermost(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType().IsNil ? FullName(metadata, type.Namespace, type.Name) : Outermost(metadata, type.GetDeclaringType());
    }

    private static string FullName(MetadataReader metadata, StringHandle space, StringHandle name) =>
        space.IsNil ? metadata.GetString(name) : $"{metadata.GetString(space)}.{metadata.GetString(name)}";
}
