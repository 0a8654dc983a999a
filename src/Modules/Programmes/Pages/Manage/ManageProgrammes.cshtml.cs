using Microsoft.Extensions.Localization;
using Portal.Learning.Contracts;
using Portal.Programmes.Resources;
using Portal.Programmes.Services;

namespace Portal.Programmes.Pages.Manage;

/// <summary>All programmes and how their languages stand.</summary>
internal sealed class ManageProgrammesModel(ProgrammeEditor editor, EditingFrame frame, IStringLocalizer<ProgrammeEditingText> texts) : ThingListPage(editor, frame)
{
    public override string KindInWords => texts["List.Programme"];

    public override string DetailsInWords => texts["List.Details"];

    protected override string TooLittleInWords => texts["List.CannotPublish"];
}
