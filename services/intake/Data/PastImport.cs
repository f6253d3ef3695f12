namespace LostCases.Intake.Data;

/// <summary>An import of past cases (历史案件导入): a sheet, how far it is, and what became of its rows.</summary>
public sealed class PastImport
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>Digest of the file: the same again is not taken again.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Rows with content, the head left out.</summary>
    public required int Rows { get; init; }

    /// <summary>Cases that were taken over.</summary>
    public int Taken { get; set; }

    /// <summary>Rows whose case had been taken over before.</summary>
    public int Known { get; set; }

    /// <summary>Rows that were refused.</summary>
    public int Refused { get; set; }

    /// <summary>Who imports.</summary>
    public required Guid StartedBy { get; init; }

    /// <summary>Name of that person at the time.</summary>
    public required string StarterName { get; init; }

    /// <summary>The person's organisation.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The legal body that may take over only what it reviews or has filed with it; null where the administrator imports for the city.</summary>
    public Guid? OnlyOf { get; init; }

    /// <summary>Business date of the import.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When its last row was through; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>A row that waits; removed once it is through, so nothing of a sheet is kept but the cases.</summary>
public sealed class PastImportRow
{
    /// <summary>The import.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>Number of the row in the sheet, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Contents, one for each known column in their order.</summary>
    public required string[] Cells { get; init; }
}

/// <summary>Why a row was refused.</summary>
public sealed class PastImportFault
{
    /// <summary>The import.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>Number of the row in the sheet.</summary>
    public required int Number { get; init; }

    /// <summary>Column it is about.</summary>
    public required string Column { get; init; }

    /// <summary>Refusal code.</summary>
    public required string Code { get; init; }

    /// <summary>Clause or open question it rests on.</summary>
    public required string Clause { get; init; }

    /// <summary>What it is about.</summary>
    public string? Subject { get; init; }
}

/// <summary>What is kept of a past case beside its judgment.</summary>
public sealed class PastCase
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The import it came with.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>Its row in that sheet.</summary>
    public required int Number { get; init; }

    /// <summary>Digest of what the row said: the same again is known, another is refused.</summary>
    public required string Digest { get; init; }

    /// <summary>When the handling ended (办结日期); null where there was none.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>What came of it, in words (处理结果).</summary>
    public string? Outcome { get; init; }
}
