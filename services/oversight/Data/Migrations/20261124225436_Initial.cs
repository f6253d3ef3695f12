using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LostCases.Oversight.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "oversight");

            migrationBuilder.CreateTable(
                name: "audit_entry",
                schema: "oversight",
                columns: table => new
                {
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    detail = table.Column<string>(type: "text", nullable: false),
                    previous_hash = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entry", x => new { x.subject, x.number });
                });

            migrationBuilder.CreateTable(
                name: "audit_head",
                schema: "oversight",
                columns: table => new
                {
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_head", x => x.subject);
                });

            migrationBuilder.CreateTable(
                name: "case_card",
                schema: "oversight",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    policy_version = table.Column<string>(type: "text", nullable: false),
                    calendar_version = table.Column<string>(type: "text", nullable: false),
                    last_trace = table.Column<string>(type: "text", nullable: true),
                    restricted = table.Column<List<Guid>>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_card", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "conference",
                schema: "oversight",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    half = table.Column<string>(type: "text", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    regular = table.Column<bool>(type: "boolean", nullable: false),
                    minutes = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conference", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deadline",
                schema: "oversight",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_code = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: true),
                    start_on = table.Column<DateOnly>(type: "date", nullable: false),
                    length = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    nature = table.Column<string>(type: "text", nullable: false),
                    clause = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    provisional = table.Column<bool>(type: "boolean", nullable: false),
                    stopped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    pauses = table.Column<string>(type: "jsonb", nullable: false),
                    calendar_version = table.Column<string>(type: "text", nullable: false),
                    historical = table.Column<bool>(type: "boolean", nullable: false),
                    next_notice_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadline", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "document",
                schema: "oversight",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    stored_by = table.Column<Guid>(type: "uuid", nullable: false),
                    stored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency",
                schema: "oversight",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: true),
                    e_tag = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency", x => new { x.key, x.actor_id });
                });

            migrationBuilder.CreateTable(
                name: "inbox_mark",
                schema: "oversight",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_mark", x => new { x.message_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "non_compliance",
                schema: "oversight",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    facts = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: false),
                    consequences = table.Column<string>(type: "jsonb", nullable: false),
                    range = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_non_compliance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "open_step",
                schema: "oversight",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: true),
                    round = table.Column<int>(type: "integer", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    organisation_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    roles = table.Column<List<string>>(type: "text[]", nullable: false),
                    closed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_step", x => x.request_id);
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                schema: "oversight",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    parent_gov_id = table.Column<Guid>(type: "uuid", nullable: true),
                    superior_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                schema: "oversight",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    destination = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<string>(type: "text", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    claimed_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "step_request",
                schema: "oversight",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    request = table.Column<string>(type: "jsonb", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    facts = table.Column<string>(type: "jsonb", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_step_request", x => x.request_id);
                });

            migrationBuilder.CreateTable(
                name: "case_party",
                schema: "oversight",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relation = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_party", x => new { x.case_id, x.organisation_id, x.relation });
                    table.ForeignKey(
                        name: "fk_case_party_case_card_case_id",
                        column: x => x.case_id,
                        principalSchema: "oversight",
                        principalTable: "case_card",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_slice",
                schema: "oversight",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    slice = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_slice", x => new { x.case_id, x.owner });
                    table.ForeignKey(
                        name: "fk_case_slice_case_card_case_id",
                        column: x => x.case_id,
                        principalSchema: "oversight",
                        principalTable: "case_card",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_card_code",
                schema: "oversight",
                table: "case_card",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_case_party_organisation_id_case_id",
                schema: "oversight",
                table: "case_party",
                columns: new[] { "organisation_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_deadline_case_id_kind_subject",
                schema: "oversight",
                table: "deadline",
                columns: new[] { "case_id", "kind", "subject" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_deadline_next_notice_on",
                schema: "oversight",
                table: "deadline",
                column: "next_notice_on",
                filter: "next_notice_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_document_case_id",
                schema: "oversight",
                table: "document",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_mark_received_at",
                schema: "oversight",
                table: "inbox_mark",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_non_compliance_case_id",
                schema: "oversight",
                table: "non_compliance",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_open_step_case_id",
                schema: "oversight",
                table: "open_step",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_step_request_case_id_step_round",
                schema: "oversight",
                table: "step_request",
                columns: new[] { "case_id", "step", "round" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entry",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "audit_head",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "case_party",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "case_slice",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "conference",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "deadline",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "document",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "idempotency",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "inbox_mark",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "non_compliance",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "open_step",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "organisation",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "outbox_message",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "step_request",
                schema: "oversight");

            migrationBuilder.DropTable(
                name: "case_card",
                schema: "oversight");
        }
    }
}
