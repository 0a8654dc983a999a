using Portal.Learning.Contracts;
using Portal.Programmes.Services;

namespace Portal.Programmes.Pages.Manage;

/// <summary>Begins a programme: its title and its address.</summary>
internal sealed class NewProgrammeModel(ProgrammeEditor editor, EditingFrame frame) : NewThingPage(editor, frame);
