using LostCases.Oversight.Assessments;
using LostCases.Oversight.Conferences;
using LostCases.Oversight.Interviews;
using LostCases.Oversight.Statistics;
using LostCases.Platform;

namespace LostCases.Oversight;

/// <summary>What belongs to no single case: figures, interviews, assessment, the conference. Lists hold what the caller may read.</summary>
internal static class OversightEndpoints
{
    internal static void MapFigures(this WebApplication app, Permit secretariat)
    {
        app.MapPost("/api/oversight/statistics", ImportStatistics.HandleAsync).AsAct<ImportAnswer>("import-statistics", secretariat);
        app.MapGet("/api/oversight/statistics", StatisticsPage.GetAsync).AsList<StatisticsPage>("litigation-statistics");
        app.MapGet("/api/oversight/interview-alerts", InterviewAlertList.GetAsync).AsList<InterviewAlertList>("interview-alerts");
        app.MapPost("/api/oversight/interviews", RecordInterview.HandleAsync).AsAct<InterviewAnswer>("record-interview", secretariat);
        app.MapPost("/api/oversight/interviews/{id:guid}/follow-up", FollowUpInterview.HandleAsync).AsAct<InterviewAnswer>("follow-up-interview", secretariat);
        app.MapGet("/api/oversight/interviews", InterviewPage.GetAsync).AsList<InterviewPage>("list-interviews");
        app.MapGet("/api/oversight/assessments/{year:int}", AssessmentPage.GetAsync).AsList<AssessmentPage>("assessment");
        app.MapGet("/api/oversight/assessments/{year:int}/csv", AssessmentPage.GetCsvAsync).RequireAuthorization().WithName("assessment-csv")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status400BadRequest);
    }

    internal static void MapConferences(this WebApplication app, Permit secretariat)
    {
        app.MapPost("/api/oversight/conferences", HoldConference.HandleAsync).AsAct<ConferenceAnswer>("hold-conference", secretariat);
        app.MapGet("/api/oversight/conferences", ConferencePage.GetAsync).AsList<ConferencePage>("list-conferences");
        app.MapGet("/api/oversight/conferences/halves", HalfYears.GetAsync).AsList<HalfYears>("conference-halves");
    }

    private static void AsList<T>(this RouteHandlerBuilder endpoint, string name) => endpoint.RequireAuthorization().WithName(name).Produces<T>()
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
