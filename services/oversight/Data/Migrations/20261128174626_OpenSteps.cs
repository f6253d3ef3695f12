using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LostCases.Oversight.Data.Migrations
{
    /// <inheritdoc />
    public partial class OpenSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_open_step_case_id",
                schema: "oversight",
                table: "open_step");

            migrationBuilder.CreateIndex(
                name: "ix_open_step_case_id",
                schema: "oversight",
                table: "open_step",
                column: "case_id",
                filter: "not closed");

            // CaseSearch's: a part of a number is found without reading every case. deploy/database.sql has added the extension.
            migrationBuilder.Sql("create extension if not exists pg_trgm schema public");
            migrationBuilder.Sql("create index ix_case_card_code_part on oversight.case_card using gin (code public.gin_trgm_ops)");
            migrationBuilder.Sql("create index ix_case_slice_case_no_part on oversight.case_slice using gin ((slice -> 'facts' ->> 'caseNo') public.gin_trgm_ops) where owner = 'intake'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop index oversight.ix_case_slice_case_no_part");
            migrationBuilder.Sql("drop index oversight.ix_case_card_code_part");

            migrationBuilder.DropIndex(
                name: "ix_open_step_case_id",
                schema: "oversight",
                table: "open_step");

            migrationBuilder.CreateIndex(
                name: "ix_open_step_case_id",
                schema: "oversight",
                table: "open_step",
                column: "case_id");
        }
    }
}
