using Portal.Learning.Contracts;
using Portal.Programmes.Services;

namespace Portal.Programmes.Pages.Manage;

/// <summary>Writes a programme in one language, a translation beside its source.</summary>
internal sealed class EditProgrammeModel(ProgrammeEditor editor, EditingFrame frame) : EditTextPage(editor, frame);
