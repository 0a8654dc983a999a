using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Rights;

/// <summary>Which file is wanted.</summary>
/// <param name="IsJson">True for the one that programs read.</param>
/// <param name="Language">Language of the words that are ours.</param>
internal sealed record FileChoice(bool IsJson, string Language, bool WithSafeguarding);

/// <summary>A file to be handed out.</summary>
internal sealed record MadeFile(byte[] Bytes, string ContentType, string Name);

/// <summary>Makes the file with everything that is kept on a person. The audit trail says that it was made, by whom and which.</summary>
internal sealed class PersonFiles(
    PortalDbContext db, RightsAccess access, SafeguardingAccess safeguarding, IEnumerable<IKeptOnPeople> kinds, TenantContext tenant, AuditLog audit, DateWords dates, TimeProvider clock, IStringLocalizer<RightsText> words)
{
    private const string Standard = "DAPB4066, PRSB social prescribing v1.1";

    /// <summary>Makes it; null when there is no such record, or the reader may not have it.</summary>
    public async Task<MadeFile?> MakeAsync(string personId, FileChoice choice, CancellationToken cancellationToken)
    {
        if (await access.FindOwnAsync(personId, cancellationToken) is not { } person) return null;
        var file = new PersonFile { Person = person, WithSafeguarding = choice.WithSafeguarding && await safeguarding.SeesAsync(person) };
        audit.Record("person.exported", PersonAccess.AuditSubject, personId, after: new { choice.IsJson, file.WithSafeguarding });
        await db.SaveChangesAsync(cancellationToken);

        var before = tenant.Language;
        try
        {
            // The culture goes back by itself when this call ends.
            tenant.Language = choice.Language;
            LanguageInfo.Of(choice.Language).MakeCurrent();
            file.Json["standard"] = Standard;
            file.Json["site"] = tenant.Settings.Name;
            file.Json["made_at"] = FileJson.Instant(clock.GetUtcNow());
            foreach (var kind in kinds.OrderBy(kind => kind.Order)) await kind.AddToFileAsync(file, cancellationToken);
            return choice.IsJson ? Json(file) : Html(file, choice.Language);
        }
        finally
        {
            tenant.Language = before;
        }
    }

    private MadeFile Html(PersonFile file, string language)
    {
        var title = words["File.Heading", tenant.Settings.Name].Value;
        string[] gist = [words["File.Made", dates.Instant(clock.GetUtcNow())], words["File.Rights", Contact()], words["File.LeftOut"]];
        return new MadeFile(Encoding.UTF8.GetBytes(FileHtml.Write(LanguageInfo.Of(language), title, gist, file.Parts)), "text/html; charset=utf-8", Name("html"));
    }

    private MadeFile Json(PersonFile file)
        => new(Encoding.UTF8.GetBytes(((JsonNode)file.Json).ToJsonString(new System.Text.Json.JsonSerializerOptions(PortalJson.Options) { WriteIndented = true })), "application/json", Name("json"));

    /// <summary>Says nothing of the person: it stands in the folder of downloads.</summary>
    private string Name(string ending) => $"file-{dates.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}.{ending}";

    private string Contact() => string.Join(", ", new[] { tenant.Settings.Name, tenant.Settings.ContactPhone, tenant.Settings.ContactEmail }.OfType<string>());
}
