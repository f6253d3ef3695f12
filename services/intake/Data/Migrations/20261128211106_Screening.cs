using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LostCases.Intake.Data.Migrations
{
    /// <inheritdoc />
    public partial class Screening : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "screening_id",
                schema: "intake",
                table: "intake_case",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "screening_id",
                schema: "intake",
                table: "intake_case");
        }
    }
}
