using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Directory.Typed;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>What the group says of itself, in one language.</summary>
internal sealed class EditWordsModel(SectionTools tools, TenantContext tenant, ListingWording wording) : SectionModel(tools)
{
    private const int LongestTitle = 100;
    private const int LongestSummary = 140;
    private const int LongestNote = 300;
    private const int LongestFirstVisit = 2000;
    private const int LongestDescription = 4000;

    [BindProperty(SupportsGet = true)]
    public string Language { get; set; } = "";

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public string? FirstVisit { get; set; }

    [BindProperty]
    public string? WhoFor { get; set; }

    [BindProperty]
    public string? ScheduleNote { get; set; }

    [BindProperty]
    public string? CostNote { get; set; }

    [BindProperty]
    public string? PlacesNote { get; set; }

    [BindProperty]
    public string? ContactRole { get; set; }

    [BindProperty]
    public string? PhotoAlt { get; set; }

    /// <summary>"right" where somebody says that they know the language and the translation is right.</summary>
    [BindProperty]
    public string[] Ticked { get; set; } = [];

    public override string Heading => Texts["Words.Heading"];

    public bool IsSource => Language == Listing.Culture;

    public IReadOnlyList<LanguageInfo> Tabs { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Ticks => [new(Texts["Words.Tick", wording.Language(Language)], "right")];

    public string SourceName => wording.Language(Listing.Culture);

    public IEnumerable<string> SourceWords
        => new[] { Listing.Source.Title, Listing.Source.Summary, Listing.Source.Description, Listing.Source.FirstVisit, Listing.Source.WhoFor }.OfType<string>();

    /// <summary>Key of what there is to say of the translation as it stands; null when it is right.</summary>
    public string? State => Listing.Texts.In(Language) is not { } text ? "Words.Missing"
        : text.Review == ContentTexts.Machine ? "Words.Machine"
        : Listing.StateOf(text).IsUpToDate ? null : "Words.Behind";

    protected override Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        Tabs = [.. Listing.Texts.Select(text => text.Culture).Concat(tenant.Settings.Languages).Distinct(StringComparer.Ordinal).OrderBy(code => code == Listing.Culture ? 0 : 1).Select(LanguageInfo.Of)];
        return Task.FromResult(Tabs.Any(tab => tab.Code == Language));
    }

    protected override void Fill()
    {
        var words = Listing.Texts.In(Language)?.Words;
        (Title, Summary, Description, FirstVisit, WhoFor) = (words?.Title, words?.Summary, words?.Description, words?.FirstVisit, words?.WhoFor);
        (ScheduleNote, CostNote, PlacesNote, ContactRole, PhotoAlt) = (words?.ScheduleNote, words?.CostNote, words?.PlacesNote, words?.ContactRole, words?.PhotoAlt);
    }

    protected override Task<SectionChange?> ReadAsync(CancellationToken cancellationToken)
    {
        var title = Read(nameof(Title), Title, LongestTitle);
        if (title is null) Error(nameof(Title), "Words.TitleMissing");
        var typed = new ListingWords
        {
            Title = title ?? "",
            Summary = Read(nameof(Summary), Summary, LongestSummary),
            Description = Read(nameof(Description), Description, LongestDescription),
            FirstVisit = Read(nameof(FirstVisit), FirstVisit, LongestFirstVisit),
            WhoFor = Read(nameof(WhoFor), WhoFor, LongestNote),
            ScheduleNote = Read(nameof(ScheduleNote), ScheduleNote, LongestNote),
            CostNote = Read(nameof(CostNote), CostNote, LongestNote),
            PlacesNote = Read(nameof(PlacesNote), PlacesNote, LongestNote),
            ContactRole = Read(nameof(ContactRole), ContactRole, LongestNote),
            PhotoAlt = Read(nameof(PhotoAlt), PhotoAlt, EditPhotoModel.LongestAlt),
        };

        // The notes of the group's own language stand in the sections they belong to.
        return Task.FromResult<SectionChange?>(new SectionChange
        {
            Culture = Language,
            IsRight = Ticked.Length > 0,
            Words = words => !IsSource ? typed with { PhotoAlt = Listing.PhotoId is null ? words.PhotoAlt : typed.PhotoAlt } : typed with
            {
                ScheduleNote = words.ScheduleNote,
                CostNote = words.CostNote,
                PlacesNote = words.PlacesNote,
                ContactRole = words.ContactRole,
                PhotoAlt = words.PhotoAlt,
            },
        });
    }

    private string? Read(string field, string? typed, int longest)
    {
        var text = TypedText.Clean(typed);
        if (text?.Length > longest) Error(field, "Words.TooLong", longest, text.Length);
        return text;
    }
}
