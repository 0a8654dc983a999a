using System.Text.Json.Nodes;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Rights;

/// <summary>Everything that is kept on one person, to be read by them and by programs.</summary>
internal sealed class PersonFile
{
    public required Person Person { get; init; }

    /// <summary>Whether what there is on safeguarding is in it.</summary>
    public required bool WithSafeguarding { get; init; }

    /// <summary>To be read.</summary>
    public List<FilePart> Parts { get; } = [];

    /// <summary>For programs, in the names of the standard; see <c>docs/dapb4066.md</c>.</summary>
    public JsonObject Json { get; } = [];

    /// <summary>Adds a part, unless there is nothing in it.</summary>
    public void Add(string title, IReadOnlyList<SectionRow> rows)
    {
        if (rows.Count > 0) Parts.Add(new FilePart(title, rows));
    }

    /// <summary>Sets a section of the JSON, unless there is nothing in it.</summary>
    public void Set(string name, JsonNode? value)
    {
        if (value is not null) Json[name] = value;
    }

    /// <summary>Sets something the standard has no place for.</summary>
    public void SetOwn(string name, JsonNode? value)
    {
        if (value is null) return;
        if (Json[Own] is not JsonObject own) Json[Own] = own = [];
        own[name] = value;
    }

    /// <summary>Name of the part of the JSON that the standard does not know.</summary>
    public const string Own = "portal";
}

/// <summary>A heading with what stands under it.</summary>
internal sealed record FilePart(string Title, IReadOnlyList<SectionRow> Rows);
