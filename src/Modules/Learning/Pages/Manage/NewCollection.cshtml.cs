using Portal.Learning.Contracts;
using Portal.Learning.Services;

namespace Portal.Learning.Pages.Manage;

/// <summary>Begins a collection: its title and its address.</summary>
internal sealed class NewCollectionModel(CollectionEditor editor, EditingFrame frame) : NewThingPage(editor, frame);
