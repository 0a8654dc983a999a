using Microsoft.Extensions.Localization;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Resources;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>Says what was wrong in the reader's language.</summary>
internal sealed class FaultWords(IStringLocalizer<ImportText> texts)
{
    /// <summary>"The phone number “0127” cannot be read."</summary>
    public string Say(string reason, IReadOnlyList<string> values) => texts["Fault." + reason, [.. values]].Value;

    public string Say(LineFault fault) => Say(fault.Reason, fault.Values);

    /// <summary>With the line: "Line 17: …" or "Service 17: …".</summary>
    public string WithLine(LineFault fault, SourceKind kind) => texts[kind == SourceKind.Csv ? "Fault.Line" : "Fault.Service", fault.Line, Say(fault)].Value;

    /// <summary>Why a run failed.</summary>
    public string? Failure(ImportRun run) => run.FaultKey is { } key ? Say(key, run.FaultValues) : null;
}
