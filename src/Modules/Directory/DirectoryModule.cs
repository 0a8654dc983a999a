using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Contracts;
using Portal.Directory.Data;
using Portal.Directory.Jobs;
using Portal.Directory.Pages.Home;
using Portal.Directory.Pages.Kept;
using Portal.Directory.Pages.MyGroups;
using Portal.Directory.Photos;
using Portal.Directory.Recipes;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Services.Duplicates;
using Portal.Directory.Services.Kept;
using Portal.Directory.Services.OwnCalendars;
using Portal.Directory.Services.Postcodes;
using Portal.Directory.Services.Searching;
using Portal.Platform.Data;
using Portal.Platform.Events;
using Portal.Platform.Jobs;
using Portal.Platform.Modules;
using Portal.Platform.Web;
using Portal.Recipes.Contracts;
using Portal.Search.Contracts;

namespace Portal.Directory;

/// <summary>Organisations, listings, venues, schedules, taxonomies.</summary>
public sealed class DirectoryModule : PortalModule
{
    private const string DirectoryFeature = "Portal.Directory";

    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "directory",
        Name = "Directory",
        Resources = typeof(DirectoryText),
        DependsOn = ["recipes", "search", "accounts", "messages"],
        Features = [new Feature(DirectoryFeature)],
        Permissions =
        [
            new Permission(DirectoryPermissions.EditOwnListings, "Permission.EditOwnListings"),
            new Permission(DirectoryPermissions.ManageListings, "Permission.ManageListings"),
            new Permission(DirectoryPermissions.ModerateListings, "Permission.ModerateListings", PartOf: DirectoryPermissions.ManageListings),
            new Permission(DirectoryPermissions.ManageTaxonomies, "Permission.ManageTaxonomies"),
            new Permission(DirectoryPermissions.ViewAudit, "Permission.ViewAudit"),
        ],
        Folders =
        [
            new PageFolder("/MyGroups", DirectoryPermissions.EditOwnListings),
            new PageFolder("/Manage/Listings", DirectoryPermissions.ManageListings),
            new PageFolder("/Manage/Moderation", DirectoryPermissions.ModerateListings),
            new PageFolder("/Manage/Taxonomies", DirectoryPermissions.ManageTaxonomies),
            new PageFolder("/Manage/Audit", DirectoryPermissions.ViewAudit),
        ],
        Menu =
        [
            new MenuEntry(MenuPlace.Main, 10, "Menu.Groups", "/groups"),
            new MenuEntry(MenuPlace.Personal, 10, "Menu.MyGroups", "/my-groups", DirectoryPermissions.EditOwnListings),
            new MenuEntry(MenuPlace.Manage, 10, "Menu.ManageListings", "/manage/listings", DirectoryPermissions.ManageListings),
            new MenuEntry(MenuPlace.Manage, 5, "Menu.Moderation", "/manage/moderation", DirectoryPermissions.ModerateListings),
            new MenuEntry(MenuPlace.Manage, 14, "Menu.Insight", "/manage/insight", DirectoryPermissions.ModerateListings),
            new MenuEntry(MenuPlace.Manage, 12, "Menu.Freshness", "/manage/freshness", DirectoryPermissions.ManageListings),
            new MenuEntry(MenuPlace.Manage, 20, "Menu.Taxonomies", "/manage/taxonomies", DirectoryPermissions.ManageTaxonomies),
            new MenuEntry(MenuPlace.Manage, 25, "Menu.TermDates", "/manage/term-dates", DirectoryPermissions.ManageListings),
            new MenuEntry(MenuPlace.Manage, 400, "Menu.Audit", "/manage/audit", DirectoryPermissions.ViewAudit),
        ],
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ITaxonomies, Taxonomies>();
        services.AddScoped<MergedListings>();
        services.AddScoped<IListings, Listings>();
        services.AddScoped<IPlaces, PlaceFinder>();
        services.AddScoped<SharedPlaces>();
        services.AddSingleton<SharedPlacesCache>();
        services.AddScoped<IPlacesImport, PlacesImporter>();
        services.AddScoped<IDeprivationImport, DeprivationImporter>();
        services.AddScoped<IDeprivation, Deprivation>();
        services.AddScoped<CardReader>();
        services.AddSingleton<MadeCards>();
        services.AddScoped<ListingPageReader>();
        services.AddScoped<ScheduleWords>();
        services.AddScoped<ListingWording>();
        services.AddScoped<FacetWords>();
        services.AddScoped<FilterPanel>();
        services.AddScoped<GroupSearch>();
        services.AddScoped<Widening>();
        services.AddScoped<KindChoices>();
        services.AddScoped<WordPreviews>();
        services.AddScoped<ListingIndexer>();
        services.AddScoped<IBeforeSaving, PublicRecords>();
        services.AddScoped<PublicListingFinder>();
        services.AddScoped<PublicListingWriter>();
        services.AddScoped<IPublicDirectory, PublicDirectory>();
        services.AddScoped<ListingEditor>();
        services.AddScoped<TermEditor>();
        services.AddScoped<ImportedPlaces>();
        services.AddScoped<ImportedListings>();
        services.AddScoped<IListingImport, ListingImport>();
        services.AddScoped<ReportBox>();
        AddWhen(services);
        AddMyGroups(services);
        AddKept(services);
        services.AddModeration();
        services.AddFreshness();
        services.AddInsight();
        services.AddScoped<References>();
        services.AddScoped<WeekAhead>();
        services.AddScoped<IEventHandler<ReindexRequested>, ReindexListings>();
        services.AddSingleton(new HomeSection(0, typeof(SearchSection), DirectoryFeature, Wide: true));
        services.AddSingleton(new HomeSection(5, typeof(KindsSection), DirectoryFeature));
        services.AddSingleton(new HomeSection(10, typeof(WeekSection), DirectoryFeature));
        services.AddSingleton(new HomeSection(90, typeof(InvitationSection), DirectoryFeature));
        services.AddScoped<IRecipeStep, ListingPhotosStep>();
        services.AddScoped<IContentType, TaxonomyContentType>();
        services.AddScoped<IContentType, OrganisationContentType>();
        services.AddScoped<IContentType, VenueContentType>();
        services.AddScoped<IContentType, ListingContentType>();
    }

    /// <summary>The shortlist of visitors.</summary>
    private static void AddKept(IServiceCollection services)
    {
        services.AddScoped<KeptCookie>();
        services.AddScoped<KeptMessages>();
        services.AddScoped<KeptMail>();
        services.AddSingleton<KeptMailLimit>();
        services.AddSingleton(KeptCookie.Shows);
        services.AddSingleton(new HeaderPart(typeof(KeptLink), DirectoryFeature));
    }

    /// <summary>What knows when groups meet.</summary>
    private static void AddWhen(IServiceCollection services)
    {
        services.AddScoped<HolidayReader>();
        services.AddScoped<HolidayEditor>();
        services.AddScoped<DateChanges>();
        services.AddScoped<WhenFacets>();
        services.AddScoped<Calendars>();
        services.AddScoped<CalendarFetcher>();
        services.AddScoped<GroupCalendars>();
        services.AddScoped<TenantJob, IndexDatesAhead>();
        services.AddScoped<TenantJob, ReadGroupCalendars>();
    }

    /// <summary>What the pages of volunteers work with.</summary>
    private static void AddMyGroups(IServiceCollection services)
    {
        services.AddScoped<GroupAccess>();
        services.AddScoped<GroupKeepers>();
        services.AddScoped<ListingInWords>();
        services.AddScoped<GroupHistoryReader>();
        services.AddScoped<GroupSectionsReader>();
        services.AddScoped<SpokenLanguages>();
        services.AddScoped<VenueChoice>();
        services.AddScoped<VenueEditor>();
        services.AddScoped<VenueInWords>();
        services.AddScoped<TermChoices>();
        services.AddScoped<StoppedGroups>();
        services.AddScoped<ReportNotices>();
        services.AddScoped<GroupNotices>();
        services.AddScoped<GroupAdvice>();
        services.AddScoped<IGroupAnswers, GroupAnswers>();
        services.AddScoped<Claims>();
        services.AddScoped<PhotoShelf>();
        services.AddScoped<TenantJob, ForgetPhotos>();
        services.AddScoped<SectionTools>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        CalendarEndpoint.Map(endpoints);
        PhotoEndpoint.Map(endpoints);
    }
}
