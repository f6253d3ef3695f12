using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LostCases.Disposition.Data.Migrations
{
    /// <inheritdoc />
    public partial class ClockLimits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "limited_by",
                schema: "disposition",
                table: "deadline",
                type: "jsonb",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "limited_by",
                schema: "disposition",
                table: "deadline");
        }
    }
}
