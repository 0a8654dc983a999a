using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Portal.Platform.Data;

namespace Portal.Learning.Services;

/// <summary>Changes collections. They are not searched for, so nothing is indexed.</summary>
internal sealed class CollectionEditor(PortalDbContext db, AuditLog audit, TimeProvider clock) : ThingEditor<Collection, CollectionText, CollectionDetails>(db, audit, clock)
{
    public override ThingPlace Place { get; } = new("/manage/collections", "/learn#shelf-", HasBody: false);

    protected override string Subject => "collection";

    protected override Collection New(string id, string slug, string language) => new(id, slug, language);
}
