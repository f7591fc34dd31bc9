using GovDocFlow.Documents;
using GovDocFlow.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using JsonTypeInfo = System.Text.Json.Serialization.Metadata.JsonTypeInfo;

namespace GovDocFlow.Web.Http;

/// <summary>Describes the interface as OpenAPI at <c>/openapi/v1.json</c>, from the endpoints themselves.</summary>
internal static class InterfaceDescription
{
    /// <summary>Makes the description.</summary>
    public static IServiceCollection AddInterfaceDescription(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.CreateSchemaReferenceId = type =>
                OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null ? null : Name(type.Type);
            options.AddSchemaTransformer((schema, context, _) => DescribeAsync(schema, context.JsonTypeInfo));
            options.AddOperationTransformer(DescribeAsync);
            options.AddDocumentTransformer(DescribeAsync);
        });

    /// <summary>Serves the description; in Development to everybody, elsewhere after sign-in.</summary>
    public static void MapInterfaceDescription(this WebApplication app)
    {
        var description = app.MapOpenApi("/openapi/{documentName}.json");
        if (!app.Environment.IsDevelopment())
        {
            description.RequireAuthorization();
        }
    }

    // Nested types are called alike in many use cases: ReadTasks.Line is ReadTasksLine outside.
    private static string Name(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var name = type.Name.Split('`')[0];
        var outer = type.DeclaringType is { } declaring ? declaring.Name + name : name;
        return outer + string.Concat(type.GetGenericArguments().Select(argument => "Of" + Name(argument)));
    }

    private static Task DescribeAsync(OpenApiSchema schema, JsonTypeInfo type)
    {
        var value = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (value == typeof(Sentence))
        {
            schema.Properties = null;
            schema.Required = null;
            schema.Type = JsonSchemaType.String;
            schema.Description = "In the language of Accept-Language: Chinese, or English.";
        }
        else if (value == typeof(DateTimeOffset) || value == typeof(DateOnly) || value.IsEnum)
        {
            schema.Type = value == type.Type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = value.IsEnum ? null : value == typeof(DateOnly) ? "date" : "date-time";
        }

        return Task.CompletedTask;
    }

    private static async Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (var parameter in metadata.OfType<QueryParameter>())
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Schema = await context.GetOrCreateSchemaAsync(parameter.Type, null, cancellation),
            });
        }

        var method = context.Description.HttpMethod;
        if (method is "POST" && metadata.OfType<IAuthorizeData>().Any())
        {
            operation.Parameters.Add(Header("Idempotency-Key", "1 to 255 visible ASCII characters; kept for 7 days.", false));
        }

        if (method is "PUT" or "POST" && context.Description.RelativePath is { } path
            && (path.Contains("/documents/{id", StringComparison.Ordinal) || path.Contains("/tasks/{id", StringComparison.Ordinal)))
        {
            operation.Parameters.Add(Header("If-Match", "The version that was seen, in quotes: \"3\".", method is "PUT"));
        }

        if (metadata.OfType<IAuthorizeData>().Any())
        {
            operation.Security =
                [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenHandler.SchemeName, context.Document)] = [] }];
        }
    }

    private static Task DescribeAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo { Title = "GovDocFlow", Version = "v1" };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[TokenHandler.SchemeName] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The token of POST /api/v1/session.",
        };
        return Task.CompletedTask;
    }

    private static OpenApiParameter Header(string name, string description, bool required) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Required = required,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
