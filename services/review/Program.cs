using LostCases.Platform;
using LostCases.Review;
using LostCases.Review.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddReview();

var app = builder.Build().UsePlatform();
app.MapReview();
await app.RunOrMigrateAsync<ReviewDbContext>(args);
