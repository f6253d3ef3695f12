using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LostCases.Intake.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "intake");

            migrationBuilder.CreateTable(
                name: "agency",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    short_name = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    parent_gov_id = table.Column<Guid>(type: "uuid", nullable: true),
                    superior_id = table.Column<Guid>(type: "uuid", nullable: true),
                    region_code = table.Column<string>(type: "text", nullable: true),
                    credit_code = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agency", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                schema: "intake",
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
                schema: "intake",
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
                schema: "intake",
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
                name: "case_counter",
                schema: "intake",
                columns: table => new
                {
                    region = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_counter", x => new { x.region, x.year });
                });

            migrationBuilder.CreateTable(
                name: "city_calendar",
                schema: "intake",
                columns: table => new
                {
                    city_id = table.Column<Guid>(type: "uuid", nullable: false),
                    calendar_version = table.Column<string>(type: "text", nullable: false),
                    document_no = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_city_calendar", x => x.city_id);
                });

            migrationBuilder.CreateTable(
                name: "closing",
                schema: "intake",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    disposition_version = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    record = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closing", x => new { x.case_id, x.disposition_version });
                });

            migrationBuilder.CreateTable(
                name: "court_copy",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    addressee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_no = table.Column<string>(type: "text", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_court_copy", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deadline",
                schema: "intake",
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
                schema: "intake",
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
                schema: "intake",
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
                schema: "intake",
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
                name: "intake_case",
                schema: "intake",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    judgment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    implementing_body_id = table.Column<Guid>(type: "uuid", nullable: true),
                    review_body_id = table.Column<Guid>(type: "uuid", nullable: false),
                    result = table.Column<string>(type: "text", nullable: false),
                    act_name = table.Column<string>(type: "text", nullable: false),
                    act_date = table.Column<DateOnly>(type: "date", nullable: false),
                    act_date_basis = table.Column<string>(type: "text", nullable: false),
                    served_on = table.Column<DateOnly>(type: "date", nullable: false),
                    served_on_others = table.Column<List<DateOnly>>(type: "date[]", nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: true),
                    appeal_expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    effective_why = table.Column<string>(type: "text", nullable: false),
                    agency_in_city = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_intake_case", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "judgment",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_no = table.Column<string>(type: "text", nullable: false),
                    doc_type = table.Column<string>(type: "text", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    instance = table.Column<string>(type: "text", nullable: false),
                    made_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_judgment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "judicial_suggestion",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_no = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    addressees = table.Column<List<string>>(type: "text[]", nullable: false),
                    copies = table.Column<List<string>>(type: "text[]", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    replied_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reply = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_judicial_suggestion", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "open_step",
                schema: "intake",
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
                schema: "intake",
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
                schema: "intake",
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
                name: "retrial_judgment",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_no = table.Column<string>(type: "text", nullable: true),
                    result = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retrial_judgment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "step_request",
                schema: "intake",
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
                name: "suspension",
                schema: "intake",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suspension", x => new { x.case_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "termination",
                schema: "intake",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_termination", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "case_party",
                schema: "intake",
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
                        principalSchema: "intake",
                        principalTable: "case_card",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_slice",
                schema: "intake",
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
                        principalSchema: "intake",
                        principalTable: "case_card",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "scope_decision",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scope_decision", x => x.id);
                    table.ForeignKey(
                        name: "fk_scope_decision_intake_case_case_id",
                        column: x => x.case_id,
                        principalSchema: "intake",
                        principalTable: "intake_case",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agency_parent_gov_id",
                schema: "intake",
                table: "agency",
                column: "parent_gov_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_card_code",
                schema: "intake",
                table: "case_card",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_case_party_organisation_id_case_id",
                schema: "intake",
                table: "case_party",
                columns: new[] { "organisation_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_court_copy_addressee_id_id",
                schema: "intake",
                table: "court_copy",
                columns: new[] { "addressee_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_court_copy_case_no",
                schema: "intake",
                table: "court_copy",
                column: "case_no");

            migrationBuilder.CreateIndex(
                name: "ix_deadline_case_id_kind_subject",
                schema: "intake",
                table: "deadline",
                columns: new[] { "case_id", "kind", "subject" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_deadline_next_notice_on",
                schema: "intake",
                table: "deadline",
                column: "next_notice_on",
                filter: "next_notice_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_document_case_id",
                schema: "intake",
                table: "document",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_mark_received_at",
                schema: "intake",
                table: "inbox_mark",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_intake_case_judgment_id_agency_id",
                schema: "intake",
                table: "intake_case",
                columns: new[] { "judgment_id", "agency_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_judgment_case_no_doc_type",
                schema: "intake",
                table: "judgment",
                columns: new[] { "case_no", "doc_type" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_judicial_suggestion_case_id",
                schema: "intake",
                table: "judicial_suggestion",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_open_step_case_id",
                schema: "intake",
                table: "open_step",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_retrial_judgment_case_id",
                schema: "intake",
                table: "retrial_judgment",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_scope_decision_case_id",
                schema: "intake",
                table: "scope_decision",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_step_request_case_id_step_round",
                schema: "intake",
                table: "step_request",
                columns: new[] { "case_id", "step", "round" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agency",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "audit_entry",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "audit_head",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "case_counter",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "case_party",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "case_slice",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "city_calendar",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "closing",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "court_copy",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "deadline",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "document",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "idempotency",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "inbox_mark",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "judgment",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "judicial_suggestion",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "open_step",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "organisation",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "outbox_message",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "retrial_judgment",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "scope_decision",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "step_request",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "suspension",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "termination",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "case_card",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "intake_case",
                schema: "intake");
        }
    }
}
