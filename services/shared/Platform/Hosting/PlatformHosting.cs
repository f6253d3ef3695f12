using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace LostCases.Platform;

/// <summary>What every process has: telemetry, health, refusals in one shape; and for owners, records and messages.</summary>
public static class PlatformHosting
{
    /// <summary>A process without records of its own kind here: gateway, identity, portal.</summary>
    public static WebApplicationBuilder AddPlatform(this WebApplicationBuilder builder, string process)
    {
        Telemetry.Add(builder, process);
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(o => o.UseUtcTimestamp = true);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning); // no query strings, no SQL
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHealthChecks();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<MalformedRequests>();
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        builder.Services.Configure<JsonOptions>(o => Json.Configure(o.SerializerOptions).NumberHandling = JsonNumberHandling.Strict);
        return builder;
    }

    /// <summary>A process that owns a schema, takes messages and checks tokens.</summary>
    public static WebApplicationBuilder AddPlatform<TDb>(
        this WebApplicationBuilder builder, PlatformOptions options, params Type[] consumers)
        where TDb : OwnerDbContext
    {
        builder.AddPlatform(options.Owner);
        builder.Configuration.GetSection("LostCases").Bind(options);
        options.DeployOnly = Environment.GetCommandLineArgs().Contains("--migrate");
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddApiDescription(options.Owner);
        services.AddHttpContextAccessor();
        services.AddSingleton(_ => DataSource(options.Database));
        services.AddDbContext<TDb>((sp, db) => db.UseOwner<TDb>(options, sp.GetRequiredService<NpgsqlDataSource>()));
        services.AddScoped<OwnerDbContext>(sp => sp.GetRequiredService<TDb>());
        services.AddSingleton<OutboxSignal>();
        services.AddScoped<Outbox>().AddScoped<AuditTrail>().AddScoped<AuditExport>().AddScoped<StepDesk>().AddScoped<CaseStore>().AddScoped<CaseSlices>();
        if (typeof(TDb).IsAssignableTo(typeof(CaseDbContext)))
        {
            services.AddScoped(sp => (CaseDbContext)sp.GetRequiredService<OwnerDbContext>());
            services.AddScoped<CaseSession>().AddScoped<CaseBatch>().AddScoped<CaseAct>().AddScoped<ActScope>().AddScoped<CaseReading>();
            services.AddSingleton<DocumentFolder>();
            services.AddHostedService<DeadlineSweep>().AddHostedService<OrphanSweep>();
        }

        Messaging.Add(services, options, consumers, typeof(TDb).IsAssignableTo(typeof(CaseDbContext)));
        services.AddHostedService<OutboxDispatcher>().AddHostedService<Pruning>();
        services.AddSingleton<SigningKey>().AddSingleton<Checkpoints>().AddHostedService<CheckpointSweep>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        AddTokens(services, options);
        return builder;
    }

    /// <summary>Health, metrics and refusals; call before mapping endpoints.</summary>
    public static WebApplication UsePlatform(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.Use((http, next) => http.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true
            ? Problems.Bad(http, 400, "MALFORMED_REQUEST", "请求格式不正确。", "The request is malformed.").ExecuteAsync(http)
            : next(http));
        app.UseStatusCodePages(context => Problems.OfStatus(context.HttpContext).ExecuteAsync(context.HttpContext));
        // What cannot be read is looked through a second time, to name what is missing.
        app.Use((http, next) =>
        {
            if (http.Request.HasJsonContentType())
            {
                http.Request.EnableBuffering();
            }

            return next(http);
        });
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        // Acts are taken without the broker, so the bus is no part of being ready.
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready") && !c.Tags.Contains("masstransit") });
        app.MapPrometheusScrapingEndpoint("/metrics");
        if (app.Services.GetService<PlatformOptions>() is { } options)
        {
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapOpenApi($"/api/{options.Owner}/openapi.json");
            AuditEndpoints.Map(app, options.Owner);
        }

        return app;
    }

    /// <summary>Runs the process, or with <c>--migrate</c> brings its schema up to date, seeds it and ends.</summary>
    public static async Task RunOrMigrateAsync<TDb>(this WebApplication app, string[] args, Func<IServiceProvider, TDb, Task>? seed = null)
        where TDb : OwnerDbContext
    {
        if (args.Contains("--migrate"))
        {
            await Migration.RunAsync(app.Services, seed);
            return;
        }

        await app.RunAsync();
    }

    internal static void UseOwner<TDb>(this DbContextOptionsBuilder db, PlatformOptions options, NpgsqlDataSource source)
        where TDb : OwnerDbContext => db
        .UseNpgsql(source, o => o.MigrationsHistoryTable("__ef_migrations_history", $"{options.Owner}_migrations"))
        .UseSnakeCaseNamingConvention();

    /// <summary>Statements are few and stay the same, so they are prepared; nothing lasts beyond a transaction, so a session needs no reset.</summary>
    private static NpgsqlDataSource DataSource(string database) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(database) { MaxAutoPrepare = 200, NoResetOnClose = true });

    private static void AddTokens(IServiceCollection services, PlatformOptions options)
    {
        services.AddAuthorization();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(jwt =>
        {
            jwt.MetadataAddress = $"{options.IdentityUrl.TrimEnd('/')}/.well-known/openid-configuration";
            jwt.BackchannelHttpHandler = new InnerAddress(new Uri(options.IdentityUrl));
            jwt.RequireHttpsMetadata = false;
            jwt.MapInboundClaims = false;
            jwt.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = options.PublicUrl.TrimEnd('/') + "/",
                ValidAudience = "lostcases",
                ValidTypes = ["at+jwt"],
                ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
                NameClaimType = "name",
                RoleClaimType = "role",
                ClockSkew = TimeSpan.FromSeconds(30),
            };
        });
    }

    private sealed class DatabaseHealth(NpgsqlDataSource source) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var command = source.CreateCommand("select 1");
                await command.ExecuteScalarAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (NpgsqlException failure)
            {
                return HealthCheckResult.Unhealthy("The database does not answer.", failure);
            }
        }
    }
}
