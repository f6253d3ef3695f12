using LostCases.Governance.Api.Definitions;
using LostCases.Governance.Api.Descriptors;
using LostCases.Governance.Api.Instances;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LostCases.Governance.Api;

/// <summary>Elsa's HTTP API as Studio calls it; each call asks for one of Elsa's permissions.</summary>
internal static class ElsaApi
{
    internal static void MapElsa(this WebApplication app)
    {
        var elsa = app.MapGroup("/elsa/api").RequireAuthorization();
        DescriptorEndpoints.Map(elsa);

        var definitions = elsa.MapGroup("/workflow-definitions");
        definitions.MapGet("", ListDefinitions.HandleAsync).Needs(Rights.ReadDefinitions, "list-definitions");
        definitions.MapGet("/by-definition-id/{definitionId}", GetDefinition.ByDefinitionAsync).Needs(Rights.ReadDefinitions, "get-definition").ProducesProblem(404);
        definitions.MapGet("/by-id/{id}", GetDefinition.ByVersionAsync).Needs(Rights.ReadDefinitions, "get-definition-version").ProducesProblem(404);
        definitions.MapGet("/{definitionId}/versions", ListVersions.HandleAsync).Needs(Rights.ReadDefinitions, "list-definition-versions");
        definitions.MapGet("/{definitionId}/export", ExportDefinition.HandleAsync).Needs(Rights.ReadDefinitions, "export-definition").ProducesProblem(404);
        definitions.MapGet("/validation/is-name-unique", IsNameUnique.HandleAsync).Needs(Rights.ReadDefinitions, "is-definition-name-unique");
        definitions.MapPost("", SaveDefinition.HandleAsync).Needs(Rights.WriteDefinitions, "save-definition").ProducesProblem(400).ProducesProblem(409);
        definitions.MapPost("/import", ImportDefinition.HandleAsync).Needs(Rights.WriteDefinitions, "import-definition").ExcludeFromDescription();
        definitions.MapPost("/import-files", ImportDefinition.FilesAsync).Needs(Rights.WriteDefinitions, "import-definition-files").ExcludeFromDescription();
        RefusedActions.Map(elsa);
        InstanceEndpoints.Map(elsa);
    }
}
