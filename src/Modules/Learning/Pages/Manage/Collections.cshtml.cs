using Microsoft.Extensions.Localization;
using Portal.Learning.Contracts;
using Portal.Learning.Resources;
using Portal.Learning.Services;

namespace Portal.Learning.Pages.Manage;

/// <summary>All collections and how their languages stand.</summary>
internal sealed class CollectionsModel(CollectionEditor editor, EditingFrame frame, IStringLocalizer<CollectionEditingText> texts) : ThingListPage(editor, frame)
{
    public override string KindInWords => texts["List.Collection"];

    public override string DetailsInWords => texts["List.Details"];

    protected override string TooLittleInWords => texts["List.CannotPublish"];
}
