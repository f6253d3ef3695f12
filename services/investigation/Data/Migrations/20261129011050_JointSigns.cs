using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LostCases.Investigation.Data.Migrations
{
    /// <inheritdoc />
    public partial class JointSigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "objection",
                schema: "investigation",
                table: "returned_report",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "bodies_disagree",
                schema: "investigation",
                table: "investigation",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "unit_serious",
                schema: "investigation",
                table: "investigation",
                type: "boolean",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "objection",
                schema: "investigation",
                table: "returned_report");

            migrationBuilder.DropColumn(
                name: "bodies_disagree",
                schema: "investigation",
                table: "investigation");

            migrationBuilder.DropColumn(
                name: "unit_serious",
                schema: "investigation",
                table: "investigation");
        }
    }
}
