using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LostCases.Review.Data.Migrations
{
    /// <inheritdoc />
    public partial class OpenSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_open_step_case_id",
                schema: "review",
                table: "open_step");

            migrationBuilder.CreateIndex(
                name: "ix_open_step_case_id",
                schema: "review",
                table: "open_step",
                column: "case_id",
                filter: "not closed");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_open_step_case_id",
                schema: "review",
                table: "open_step");

            migrationBuilder.CreateIndex(
                name: "ix_open_step_case_id",
                schema: "review",
                table: "open_step",
                column: "case_id");
        }
    }
}
