using Portal.Learning.Contracts;
using Portal.Learning.Services;

namespace Portal.Learning.Pages.Manage;

/// <summary>Writes the title and the gist of a collection in one language, a translation beside its source.</summary>
internal sealed class EditCollectionModel(CollectionEditor editor, EditingFrame frame) : EditTextPage(editor, frame);
