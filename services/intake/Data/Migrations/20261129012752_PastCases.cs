using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LostCases.Intake.Data.Migrations
{
    /// <inheritdoc />
    public partial class PastCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "past_case",
                schema: "intake",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_past_case", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "past_import",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    known = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    starter_name = table.Column<string>(type: "text", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    only_of = table.Column<Guid>(type: "uuid", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_past_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "past_import_fault",
                schema: "intake",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    column = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    clause = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_past_import_fault", x => new { x.import_id, x.number, x.column });
                });

            migrationBuilder.CreateTable(
                name: "past_import_row",
                schema: "intake",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    cells = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_past_import_row", x => new { x.import_id, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_past_import_running",
                schema: "intake",
                table: "past_import",
                column: "id",
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_past_import_sha256",
                schema: "intake",
                table: "past_import",
                column: "sha256");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "past_case",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "past_import",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "past_import_fault",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "past_import_row",
                schema: "intake");
        }
    }
}
