using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LostCases.Governance.Data.Migrations
{
    /// <inheritdoc />
    public partial class ProofAndRepair : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "author_name",
                schema: "workflow",
                table: "change_request",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decider_name",
                schema: "workflow",
                table: "change_request",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "change_comment",
                schema: "workflow",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_name = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_comment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "instance_repair",
                schema: "workflow",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    instance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    step_id = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_name = table.Column<string>(type: "text", nullable: true),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    decider_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decider_name = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instance_repair", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reconciliation_run",
                schema: "workflow",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_by = table.Column<string>(type: "text", nullable: true),
                    began_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    compared = table.Column<int>(type: "integer", nullable: false),
                    made = table.Column<string>(type: "jsonb", nullable: false),
                    set = table.Column<string>(type: "jsonb", nullable: false),
                    asked_again = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reconciliation_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recorded_answer",
                schema: "workflow",
                columns: table => new
                {
                    instance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    step_id = table.Column<string>(type: "text", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    facts = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recorded_answer", x => new { x.instance_id, x.request_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_change_comment_change_id",
                schema: "workflow",
                table: "change_comment",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_instance_repair_instance_id",
                schema: "workflow",
                table: "instance_repair",
                column: "instance_id",
                unique: true,
                filter: "status = 'Pending'");

            // What a case has run on is never rewritten, whoever is signed in to the database.
            migrationBuilder.Sql(
                """
                create function workflow.keep_published() returns trigger language plpgsql as $$
                begin
                    if old.published_at is not null and (tg_op = 'DELETE' or new.model is distinct from old.model or new.hash is distinct from old.hash
                        or new.definition_id is distinct from old.definition_id or new.version is distinct from old.version or new.published_at is null) then
                        raise exception 'A published version of a definition is immutable.';
                    end if;
                    return case when tg_op = 'DELETE' then old else new end;
                end $$;
                create trigger keep_published before update or delete on workflow.definition_version
                    for each row execute function workflow.keep_published();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger keep_published on workflow.definition_version; drop function workflow.keep_published();");

            migrationBuilder.DropTable(
                name: "change_comment",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "instance_repair",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "reconciliation_run",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "recorded_answer",
                schema: "workflow");

            migrationBuilder.DropColumn(
                name: "author_name",
                schema: "workflow",
                table: "change_request");

            migrationBuilder.DropColumn(
                name: "decider_name",
                schema: "workflow",
                table: "change_request");
        }
    }
}
