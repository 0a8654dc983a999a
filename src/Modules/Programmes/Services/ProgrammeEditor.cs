using Portal.Learning.Contracts;
using Portal.Platform.Data;
using Portal.Programmes.Domain;

namespace Portal.Programmes.Services;

/// <summary>Changes programmes.</summary>
internal sealed class ProgrammeEditor(PortalDbContext db, AuditLog audit, ProgrammeIndexer indexer, TimeProvider clock)
    : ThingEditor<Programme, ProgrammeText, ProgrammeDetails>(db, audit, clock)
{
    public override ThingPlace Place { get; } = new("/manage/programmes", "/programmes/", HasBody: true);

    protected override string Subject => "programme";

    protected override Programme New(string id, string slug, string language) => new(id, slug, language);

    protected override Task IndexAsync(Programme thing, CancellationToken cancellationToken) => indexer.PutAsync(thing, cancellationToken);
}
