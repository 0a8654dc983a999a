using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Directory.Domain;
using Portal.Directory.Typed;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>What it costs to come.</summary>
internal sealed class EditCostModel(SectionTools tools) : SectionModel(tools)
{
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>Price of one visit as typed.</summary>
    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public override string Heading => Texts["Cost.Heading"];

    public IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetNames<Cost>().Select(name => new SelectListItem(Texts["Cost.Kind." + name], name))];

    protected override void Fill()
    {
        Kind = Listing.Cost.ToString();
        Amount = Listing.CostPence is { } pence ? (pence / 100m).ToString("0.00", CultureInfo.InvariantCulture) : null;
        Note = Listing.Source.CostNote;
    }

    protected override Task<SectionChange?> ReadAsync(CancellationToken cancellationToken)
    {
        var pence = TypedMoney.Parse(Amount);
        if (!Enum.TryParse<Cost>(Kind, out var kind) || !Enum.IsDefined(kind)) Error(nameof(Kind), "Cost.KindMissing");
        if (kind == Cost.Paid && pence is null) Error(nameof(Amount), string.IsNullOrWhiteSpace(Amount) ? "Cost.AmountMissing" : "Cost.AmountUnclear");
        if (kind == Cost.Paid && pence == 0) kind = Cost.Free;
        var note = TypedText.Clean(Note);
        return Task.FromResult<SectionChange?>(new SectionChange
        {
            Facts = facts => facts with { Cost = kind, CostPence = kind == Cost.Paid ? pence : null },
            Words = words => words with { CostNote = note },
        });
    }
}
