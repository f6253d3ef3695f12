using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LostCases.Oversight.Data.Migrations
{
    /// <inheritdoc />
    public partial class Figures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "agenda",
                schema: "oversight",
                table: "conference",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<Guid>(
                name: "city_id",
                schema: "oversight",
                table: "conference",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<List<Guid>>(
                name: "units",
                schema: "oversight",
                table: "conference",
                type: "uuid[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.CreateTable(
                name: "conference_notice",
                schema: "oversight",
                columns: table => new
                {
                    city_id = table.Column<Guid>(type: "uuid", nullable: false),
                    half = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conference_notice", x => new { x.city_id, x.half, x.status });
                });

            migrationBuilder.CreateTable(
                name: "interview",
                schema: "oversight",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    reason_text = table.Column<string>(type: "text", nullable: true),
                    figures = table.Column<string>(type: "jsonb", nullable: true),
                    person_name = table.Column<string>(type: "text", nullable: false),
                    post = table.Column<string>(type: "text", nullable: false),
                    by_units = table.Column<List<string>>(type: "text[]", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    record = table.Column<string>(type: "text", nullable: false),
                    commitments = table.Column<string>(type: "text", nullable: true),
                    follow_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    result_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interview", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "litigation_stat",
                schema: "oversight",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    figures = table.Column<string>(type: "jsonb", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    imported_on = table.Column<DateOnly>(type: "date", nullable: false),
                    imported_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_litigation_stat", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rule_set",
                schema: "oversight",
                columns: table => new
                {
                    version = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    values = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_set", x => x.version);
                });

            migrationBuilder.CreateIndex(
                name: "ix_conference_city_id_half",
                schema: "oversight",
                table: "conference",
                columns: new[] { "city_id", "half" });

            migrationBuilder.CreateIndex(
                name: "ix_interview_agency_id_period",
                schema: "oversight",
                table: "interview",
                columns: new[] { "agency_id", "period" });

            migrationBuilder.CreateIndex(
                name: "ix_litigation_stat_period_agency_id",
                schema: "oversight",
                table: "litigation_stat",
                columns: new[] { "period", "agency_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "conference_notice",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "interview",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "litigation_stat",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "rule_set",
                schema: "oversight");

            migrationBuilder.DropIndex(
                name: "ix_conference_city_id_half",
                schema: "oversight",
                table: "conference");

            migrationBuilder.DropColumn(
                name: "agenda",
                schema: "oversight",
                table: "conference");

            migrationBuilder.DropColumn(
                name: "city_id",
                schema: "oversight",
                table: "conference");

            migrationBuilder.DropColumn(
                name: "units",
                schema: "oversight",
                table: "conference");
        }
    }
}
