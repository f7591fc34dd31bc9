using System.Reflection;
using FluentValidation;
using GovDocFlow.Papers;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Issuing;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace GovDocFlow.UseCases;

/// <summary>Puts the office together.</summary>
public static class ServiceRegistration
{
    /// <summary>Registers the door and all behind it; the caller registers the <see cref="TimeProvider"/>.</summary>
    /// <exception cref="FormatException">The provider is neither <c>Sqlite</c> nor <c>SqlServer</c>.</exception>
    public static IServiceCollection AddOffice(this IServiceCollection services, Settings settings)
    {
        var provider = Enum.TryParse<DatabaseProvider>(settings.Provider, ignoreCase: true, out var known)
            ? known
            : throw new FormatException($"Database:Provider is '{settings.Provider}'; it must be Sqlite or SqlServer.");
        TextTypes.Register();
        services.AddSingleton(settings);
        services.AddSingleton(_ => new Database(new DatabaseOptions(provider, settings.ConnectionString)));
        services.AddSingleton(_ => Procedures.Load(settings.WorkflowsPath));
        services.AddSingleton<PdfText>(_ => new PdfText());
        return services.AddDesks();
    }

    /// <summary>Registers all that works by the clock; the caller registers that clock and what is shared between clocks.</summary>
    internal static IServiceCollection AddDesks(this IServiceCollection services)
    {
        services.AddSingleton<Migrator>();
        services.AddSingleton<PaperShelf>();
        services.AddSingleton<People.Passwords>();
        services.AddSingleton<Office>();
        services.AddStores();
        services.AddMediator();
        return services;
    }

    private static void AddStores(this IServiceCollection services)
    {
        services.AddScoped<Session>();
        services.AddScoped<Asker>();
        services.AddScoped<Casework>();
        services.AddScoped<Staff>();
        services.AddScoped<DocumentViews>();
        services.AddScoped<DocumentList>();
        services.AddScoped<ClockViews>();
        services.AddScoped<Deadlines.Escalation>();
        services.AddScoped<Deadlines.DueItems>();
        services.AddScoped<Trails.OfficeTrail>();
        services.AddScoped<People.PeopleDesk>();
        services.AddScoped<Figures.FigureCounts>();
        services.AddScoped<Figures.ReturnReasons>();
        services.AddScoped<Figures.WorkAges>();
        services.AddScoped<Ledger>();
        services.AddScoped<SeriesBook>();
        services.AddScoped<DocumentStore>();
        services.AddScoped<ClockStore>();
        services.AddScoped<ReturnNoticeStore>();
        services.AddScoped<NumberStore>();
        services.AddScoped<NoticeStore>();
        services.AddScoped<SeriesStore>();
        services.AddScoped<SupervisionStore>();
        services.AddScoped<PaperTextStore>();
        services.AddScoped<FileStore>();
        services.AddScoped<TrailStore>();
        services.AddScoped<OfficerStore>();
        services.AddScoped<OfficerPostStore>();
        services.AddScoped<DueFeedStore>();
        services.AddScoped<PhraseStore>();
        services.AddScoped<SessionTokenStore>();
        services.AddScoped<IdempotencyStore>();
        services.AddScoped<PinnedContentStore>();
    }

    private static void AddMediator(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => type => provider.GetService(type)!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Validate<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(CommitOnce<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AnswerOnce<,>));
        foreach (var type in Assembly.GetExecutingAssembly().GetTypes().Where(type => !type.IsAbstract))
        {
            foreach (var contract in type.GetInterfaces().Where(contract => contract.IsGenericType))
            {
                var open = contract.GetGenericTypeDefinition();
                if (open == typeof(IRequestHandler<,>) || open == typeof(IValidator<>))
                {
                    services.AddScoped(contract, type);
                }
            }
        }
    }
}
