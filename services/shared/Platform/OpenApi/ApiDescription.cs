using System.Text.Json.Nodes;
using System.Text.Json;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace LostCases.Platform;

/// <summary>Marks an endpoint as an act: it takes an <c>Idempotency-Key</c>.</summary>
internal sealed class ActMark;

/// <summary>The OpenAPI document of a process, described by the comments in the code.</summary>
public static class ApiDescription
{
    private const string Scheme = "token";
    private const string CaseId = "caseId";

    /// <summary>Describes the process's HTTP interface.</summary>
    public static IServiceCollection AddApiDescription(this IServiceCollection services, string process) => services.AddOpenApi(o =>
    {
        o.CreateSchemaReferenceId = type => type.Type is { IsNested: true, DeclaringType: { } outer } nested && !nested.IsEnum
            ? $"{outer.Name}{nested.Name}"
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        o.AddDocumentTransformer((document, _, _) => Whole(document, process));
        o.AddOperationTransformer((operation, context, _) => Operation(operation, context));
        o.AddSchemaTransformer((schema, context, _) => Schema(schema, context.JsonTypeInfo, context.JsonPropertyInfo));
    });

    /// <summary>Describes an endpoint as one that takes one file, of a length that is counted while it is stored; a server's own limit is lower than ours.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new DisableRequestSizeLimitAttribute())
        .DisableAntiforgery()
        .AddOpenApiOperationTransformer((operation, _, _) => File(operation))
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static Task File(OpenApiOperation operation)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string> { "file" },
                        Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                    },
                },
            },
        };
        return Task.CompletedTask;
    }

    private static Task Whole(OpenApiDocument document, string process)
    {
        document.Info = new OpenApiInfo
        {
            Title = $"LostCases {process}",
            Version = "1",
            Description = "Dates are days in Asia/Shanghai. A refusal is problem details with a code, the clause it rests on and the field it is about; "
                + "its title is a sentence in the language of Accept-Language (zh-CN unless en).",
        };
        document.Servers?.Clear();
        document.Tags?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "Access token from /connect/token (authorization code with PKCE).",
            },
        };
        return Task.CompletedTask;
    }

    private static Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Tags?.Clear();
        operation.Summary ??= Summary(context, metadata);
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Description ??= parameter.Name == CaseId ? "The case." : null;
        }

        // A handler may take the case from CaseReading alone; the path still names it.
        if (context.Description.RelativePath?.Contains($"{{{CaseId}}}", StringComparison.Ordinal) == true && operation.Parameters?.Any(p => p.Name == CaseId) != true)
        {
            (operation.Parameters ??= []).Insert(0, new OpenApiParameter
            {
                Name = CaseId,
                In = ParameterLocation.Path,
                Required = true,
                Description = "The case.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
            });
        }

        if (metadata.OfType<IAuthorizeData>().Any() || metadata.OfType<AuthorizationPolicy>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
            operation.Responses?.TryAdd("401", new OpenApiResponse { Description = "No valid token" });
        }

        if (metadata.OfType<ActMark>().Any())
        {
            Act(operation);
        }

        return Task.CompletedTask;
    }

    private static void Act(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(Header("Idempotency-Key", "A repeat with the same key and request gets the first answer and has no further effect; at most 100 characters."));
        if (operation.Parameters.Any(p => p.Name == CaseId))
        {
            operation.Parameters.Add(Header("If-Match", "The owner's version of the case as \"owner.version\"; 412 where the case has moved on."));
            if (operation.Responses?.GetValueOrDefault("200") is OpenApiResponse done)
            {
                done.Headers = new Dictionary<string, IOpenApiHeader>
                {
                    ["ETag"] = new OpenApiHeader { Description = "The owner's new version of the case.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                };
            }
        }
    }

    private static OpenApiParameter Header(string name, string text) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = text,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    /// <summary>What the request says it is, else what the method says, else what the answer is.</summary>
    private static string? Summary(OpenApiOperationTransformerContext context, IList<object> metadata)
    {
        var body = context.Description.ParameterDescriptions.FirstOrDefault(p => p.Source.Id == "Body")?.Type;
        var method = metadata.OfType<MethodInfo>().FirstOrDefault();
        var answer = metadata.OfType<IProducesResponseTypeMetadata>().Select(p => p.Type).FirstOrDefault(t => t is not null && t != typeof(ProblemDetails));
        return (body is null ? null : Comments.Of(body) ?? Comments.Of(body.DeclaringType))
            ?? (method is null ? null : Comments.Of(method) ?? Comments.Of(method.DeclaringType))
            ?? Comments.Of(answer is { IsGenericType: true } list ? list.GetGenericArguments()[0] : answer);
    }

    private static Task Schema(OpenApiSchema schema, JsonTypeInfo type, JsonPropertyInfo? property)
    {
        var self = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (self.IsEnum)
        {
            var isNullable = self != type.Type;
            schema.Type = JsonSchemaType.String | (isNullable ? JsonSchemaType.Null : 0);
            schema.Enum = [.. Codes(self), .. isNullable ? new JsonNode[] { null! } : []];
            schema.Description = Comments.Of(self) is { } about ? $"{about}{Words(schema, self)}" : null;
        }
        else if (type.Kind is JsonTypeInfoKind.Object)
        {
            schema.Description ??= Comments.Of(self);
        }
        else if (property?.AttributeProvider is MemberInfo member)
        {
            schema.Description = Comments.Of(member) ?? schema.Description;
        }

        if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { IsEnum: true } item })
        {
            schema.Items ??= new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Codes(item)] };
        }

        if (type.Type == typeof(ProblemDetails) && schema.Properties is { } properties)
        {
            properties["code"] = Text("Code of the refusal.");
            properties["clause"] = Text("Clause of the notice, or the open question, it rests on.");
            properties["field"] = Text("Field it is about.");
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<JsonNode> Codes(Type type) => Enum.GetValues(type).Cast<object>().Select(m => JsonSerializer.SerializeToNode(m, type, Json.Options)!);

    /// <summary>The codes with what the comments say about each.</summary>
    private static string Words(OpenApiSchema schema, Type type)
    {
        var codes = schema.Enum?.Where(e => e is not null).Select(e => e.ToString()).ToList() ?? [];
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(Comments.Of).ToList();
        return codes.Count == fields.Count && fields.TrueForAll(f => f is not null)
            ? $" {string.Join("; ", codes.Zip(fields, (code, words) => $"{code} {words!.TrimEnd('.')}"))}."
            : "";
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = description };
}
