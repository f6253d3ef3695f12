using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LostCases.Review.Data.Migrations
{
    /// <inheritdoc />
    public partial class JointExtension : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "extended_by_working_days",
                schema: "review",
                table: "joint_review",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "extended_by_working_days",
                schema: "review",
                table: "joint_review");
        }
    }
}
