using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LostCases.Review.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "review");

            migrationBuilder.CreateTable(
                name: "audit_entry",
                schema: "review",
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
                schema: "review",
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
                schema: "review",
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
                name: "deadline",
                schema: "review",
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
                schema: "review",
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
                schema: "review",
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
                schema: "review",
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
                name: "joint_review",
                schema: "review",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    marks = table.Column<string>(type: "jsonb", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    concluded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    conclusion = table.Column<string>(type: "text", nullable: true),
                    minutes_document_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_review", x => new { x.case_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "open_step",
                schema: "review",
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
                schema: "review",
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
                schema: "review",
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
                name: "report_return",
                schema: "review",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    defects = table.Column<List<string>>(type: "text[]", nullable: false),
                    returned_by = table.Column<Guid>(type: "uuid", nullable: false),
                    resubmitted_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_return", x => new { x.case_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "review",
                schema: "review",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    author_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    reviewer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    accepted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    opinion = table.Column<string>(type: "text", nullable: true),
                    reasons = table.Column<string>(type: "text", nullable: true),
                    per_finding = table.Column<string>(type: "jsonb", nullable: false),
                    reviewed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sealed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    feedback_sent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    opinion_document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    filing_no = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "step_request",
                schema: "review",
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
                name: "vote",
                schema: "review",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    participant = table.Column<string>(type: "text", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    vote = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vote", x => new { x.request_id, x.participant });
                });

            migrationBuilder.CreateTable(
                name: "case_party",
                schema: "review",
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
                        principalSchema: "review",
                        principalTable: "case_card",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_slice",
                schema: "review",
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
                        principalSchema: "review",
                        principalTable: "case_card",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "joint_member",
                schema: "review",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group = table.Column<string>(type: "text", nullable: false),
                    opinion = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    given_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_member", x => new { x.case_id, x.number, x.organisation_id });
                    table.ForeignKey(
                        name: "fk_joint_member_joint_review_case_id_number",
                        columns: x => new { x.case_id, x.number },
                        principalSchema: "review",
                        principalTable: "joint_review",
                        principalColumns: new[] { "case_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_card_code",
                schema: "review",
                table: "case_card",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_case_party_organisation_id_case_id",
                schema: "review",
                table: "case_party",
                columns: new[] { "organisation_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_deadline_case_id_kind_subject",
                schema: "review",
                table: "deadline",
                columns: new[] { "case_id", "kind", "subject" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_deadline_next_notice_on",
                schema: "review",
                table: "deadline",
                column: "next_notice_on",
                filter: "next_notice_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_document_case_id",
                schema: "review",
                table: "document",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_mark_received_at",
                schema: "review",
                table: "inbox_mark",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_open_step_case_id",
                schema: "review",
                table: "open_step",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_step_request_case_id_step_round",
                schema: "review",
                table: "step_request",
                columns: new[] { "case_id", "step", "round" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entry",
                schema: "review");

            migrationBuilder.DropTable(
                name: "audit_head",
                schema: "review");

            migrationBuilder.DropTable(
                name: "case_party",
                schema: "review");

            migrationBuilder.DropTable(
                name: "case_slice",
                schema: "review");

            migrationBuilder.DropTable(
                name: "deadline",
                schema: "review");

            migrationBuilder.DropTable(
                name: "document",
                schema: "review");

            migrationBuilder.DropTable(
                name: "idempotency",
                schema: "review");

            migrationBuilder.DropTable(
                name: "inbox_mark",
                schema: "review");

            migrationBuilder.DropTable(
                name: "joint_member",
                schema: "review");

            migrationBuilder.DropTable(
                name: "open_step",
                schema: "review");

            migrationBuilder.DropTable(
                name: "organisation",
                schema: "review");

            migrationBuilder.DropTable(
                name: "outbox_message",
                schema: "review");

            migrationBuilder.DropTable(
                name: "report_return",
                schema: "review");

            migrationBuilder.DropTable(
                name: "review",
                schema: "review");

            migrationBuilder.DropTable(
                name: "step_request",
                schema: "review");

            migrationBuilder.DropTable(
                name: "vote",
                schema: "review");

            migrationBuilder.DropTable(
                name: "case_card",
                schema: "review");

            migrationBuilder.DropTable(
                name: "joint_review",
                schema: "review");
        }
    }
}
