using Portal.Platform.Web;

namespace Portal.Signposting.Pages.Pathway;

/// <summary>The fields of a next step.</summary>
internal sealed class NextFields
{
    /// <summary>Of <see cref="Domain.Pathway.NextStep.Kinds"/>.</summary>
    public string? Kind { get; set; }

    public TypedDate On { get; set; } = new();

    /// <summary>User id of who takes it.</summary>
    public string? Worker { get; set; }

    public string? Note { get; set; }
}
