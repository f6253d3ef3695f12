using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LostCases.Disposition.Data.Migrations
{
    /// <inheritdoc />
    public partial class TransferReturns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_transfer",
                schema: "disposition",
                table: "transfer");

            migrationBuilder.AddColumn<int>(
                name: "number",
                schema: "disposition",
                table: "transfer",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateOnly>(
                name: "acknowledged_on",
                schema: "disposition",
                table: "transfer",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "return_reason",
                schema: "disposition",
                table: "transfer",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "returned_on",
                schema: "disposition",
                table: "transfer",
                type: "date",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_transfer",
                schema: "disposition",
                table: "transfer",
                columns: new[] { "finding_id", "number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_transfer",
                schema: "disposition",
                table: "transfer");

            migrationBuilder.DropColumn(
                name: "number",
                schema: "disposition",
                table: "transfer");

            migrationBuilder.DropColumn(
                name: "acknowledged_on",
                schema: "disposition",
                table: "transfer");

            migrationBuilder.DropColumn(
                name: "return_reason",
                schema: "disposition",
                table: "transfer");

            migrationBuilder.DropColumn(
                name: "returned_on",
                schema: "disposition",
                table: "transfer");

            migrationBuilder.AddPrimaryKey(
                name: "pk_transfer",
                schema: "disposition",
                table: "transfer",
                column: "finding_id");
        }
    }
}
