using Portal.Learning.Contracts;
using Portal.Learning.Services;

namespace Portal.Learning.Pages.Manage;

/// <summary>Writes an article in one language, a translation beside its source.</summary>
internal sealed class EditArticleModel(ArticleEditor editor, EditingFrame frame) : EditTextPage(editor, frame);
