using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LostCases.Notification.Data.Migrations
{
    /// <inheritdoc />
    public partial class Notices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "announced_on",
                schema: "notification",
                table: "reminder",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "notice",
                schema: "notification",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deadline_id = table.Column<Guid>(type: "uuid", nullable: true),
                    request_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    nature = table.Column<string>(type: "text", nullable: false),
                    clause = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    working_days = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false),
                    relation = table.Column<string>(type: "text", nullable: false),
                    organisation_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    roles = table.Column<List<string>>(type: "text[]", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    by_organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    current = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_notice_case_id",
                schema: "notification",
                table: "notice",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_current",
                schema: "notification",
                table: "notice",
                column: "id",
                filter: "current");

            migrationBuilder.CreateIndex(
                name: "ix_notice_deadline_id_on_step",
                schema: "notification",
                table: "notice",
                columns: new[] { "deadline_id", "on", "step" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_request_id_on",
                schema: "notification",
                table: "notice",
                columns: new[] { "request_id", "on" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notice",
                schema: "notification");

            migrationBuilder.DropColumn(
                name: "announced_on",
                schema: "notification",
                table: "reminder");
        }
    }
}
