using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LostCases.Notification.Data.Migrations
{
    /// <inheritdoc />
    public partial class ChainNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "limited_by",
                schema: "notification",
                table: "deadline",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "chain_notice",
                schema: "notification",
                columns: table => new
                {
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_code = table.Column<string>(type: "text", nullable: false),
                    template = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chain_notice", x => x.notice_id);
                });

            migrationBuilder.CreateTable(
                name: "notice_recipient",
                schema: "notification",
                columns: table => new
                {
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relation = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_recipient", x => new { x.notice_id, x.relation, x.role });
                    table.ForeignKey(
                        name: "fk_notice_recipient_chain_notice_notice_id",
                        column: x => x.notice_id,
                        principalSchema: "notification",
                        principalTable: "chain_notice",
                        principalColumn: "notice_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_chain_notice_sent_at",
                schema: "notification",
                table: "chain_notice",
                column: "sent_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notice_recipient",
                schema: "notification");

            migrationBuilder.DropTable(
                name: "chain_notice",
                schema: "notification");

            migrationBuilder.DropColumn(
                name: "limited_by",
                schema: "notification",
                table: "deadline");
        }
    }
}
