using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;

namespace Portal.Directory.Recipes;

/// <summary>An organisation in a recipe.</summary>
internal sealed class OrganisationItem : ContentItem
{
    /// <summary>What is an organisation's own.</summary>
    public OrganisationPart? OrganisationPart { get; init; }
}

/// <summary>The fields of an organisation. A translation has only <see cref="Description"/>.</summary>
internal sealed record OrganisationPart
{
    public MarkdownField? Description { get; init; }

    public TextField? Email { get; init; }

    public TextField? Phone { get; init; }

    public TextField? Website { get; init; }
}

/// <summary>Lets organisations travel in recipes.</summary>
internal sealed class OrganisationContentType(PortalDbContext db) : IContentType
{
    public string Name => "Organisation";

    public Type Model => typeof(OrganisationItem);

    public int Order => 20;

    public async Task ImportAsync(ItemImport import, CancellationToken cancellationToken)
    {
        var part = ((OrganisationItem)import.Item).OrganisationPart ?? new OrganisationPart();
        var organisation = await db.FindOrganisationAsync(import.SetId, cancellationToken);
        if (import.IsMaster) organisation = await ImportMasterAsync(import, part, organisation, cancellationToken);
        else if (organisation is null) import.Error($"There is no organisation '{import.SetId}' to translate.");
        else if (part with { Description = null } != new OrganisationPart()) import.Error("A translation carries texts only; everything else belongs to the item it translates.");
        if (organisation is null) return;

        var culture = import.Culture ?? organisation.Culture;
        var text = organisation.Texts.In(culture);
        if (text is null) organisation.Texts.Add(text = new OrganisationText { Id = import.Item.ContentItemId!, OrganisationId = organisation.Id, Culture = culture });
        Fields.ReadInto(import, text);
        text.Description = part.Description?.Markdown;
    }

    private async Task<Organisation> ImportMasterAsync(ItemImport import, OrganisationPart part, Organisation? organisation, CancellationToken cancellationToken)
    {
        var slug = import.Item.AutoroutePart?.Path ?? import.SetId;
        if (await db.Set<Organisation>().AnyAsync(other => other.Slug == slug && other.Id != import.SetId, cancellationToken))
            import.Error($"The path '{slug}' belongs to another organisation.");
        if (organisation is null) db.Add(organisation = new Organisation { Id = import.SetId, Slug = slug, Culture = import.Culture ?? "en" });
        organisation.Slug = slug;
        organisation.Published = import.Item.Published ?? true;
        organisation.Email = part.Email?.Text;
        organisation.Phone = part.Phone?.Text;
        organisation.Website = WebAddress.Read(part.Website?.Text, "Website", import.Error);
        return organisation;
    }

    public async IAsyncEnumerable<ContentItem> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var organisations = await db.Set<Organisation>().AsNoTracking().Include(organisation => organisation.Texts).ToListAsync(cancellationToken);
        foreach (var organisation in organisations.OrderBy(organisation => organisation.Id, StringComparer.Ordinal))
        {
            foreach (var text in organisation.Texts.InOrder(organisation.Culture))
            {
                var part = new OrganisationPart { Description = text.Description.AsMarkdown() };
                yield return new OrganisationItem
                {
                    ContentItemId = text.Id,
                    ContentItemVersionId = text.VersionId,
                    ContentType = Name,
                    DisplayText = text.Title,
                    Latest = true,
                    Published = organisation.Published,
                    TitlePart = new TitlePart(text.Title),
                    AutoroutePart = new AutoroutePart(organisation.Slug),
                    LocalizationPart = new LocalizationPart(organisation.Id, text.Culture),
                    TranslationPart = text.AsTranslation(),
                    OrganisationPart = text.Culture != organisation.Culture
                        ? part
                        : part with { Email = organisation.Email.AsText(), Phone = organisation.Phone.AsText(), Website = organisation.Website.AsText() },
                };
            }
        }
    }
}
