using Microsoft.Extensions.Localization;
using Portal.Learning.Contracts;
using Portal.Learning.Resources;
using Portal.Learning.Services;

namespace Portal.Learning.Pages.Manage;

/// <summary>All articles and how their languages stand.</summary>
internal sealed class ArticlesModel(ArticleEditor editor, EditingFrame frame, IStringLocalizer<LearningText> texts) : ThingListPage(editor, frame)
{
    public override string KindInWords => texts["Manage.Article"];

    public override string DetailsInWords => texts["Manage.Details"];

    protected override string TooLittleInWords => texts["Error.CannotPublish"];
}
