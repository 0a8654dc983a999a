using Portal.Learning.Contracts;
using Portal.Learning.Services;

namespace Portal.Learning.Pages.Manage;

/// <summary>Begins an article: its title and its address.</summary>
internal sealed class NewArticleModel(ArticleEditor editor, EditingFrame frame) : NewThingPage(editor, frame);
