using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.OpenReferral.Contracts;
using Portal.OpenReferral.Imports.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.OpenReferral;

/// <summary>Imports as people and commands do them, and looks at what came of it.</summary>
internal static class ImportSite
{
    /// <summary>Imports a text from the command line's side.</summary>
    public static async Task<ImportOutcome> ImportAsync(this TestSite site, string text, bool isSheet = true, Func<ImportRequest, ImportRequest>? with = null)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("portal-import-").FullName;
        try
        {
            var file = Path.Combine(folder, isSheet ? "groups.csv" : "groups.json");
            await File.WriteAllTextAsync(file, text);
            var request = new ImportRequest { IsSheet = isSheet, From = file, SourceName = "Test source" };
            return await site.RunAsync(services => services.GetRequiredService<IImports>().RunAsync(with?.Invoke(request) ?? request, new Progress<ImportProgress>(), default));
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    public static Task<List<Listing>> ListingsAsync(this TestSite site)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Listing>().AsNoTracking().Include(listing => listing.Texts).OrderBy(listing => listing.Slug).ToListAsync());

    public static async Task<Listing> ListingAsync(this TestSite site, string title) => (await site.ListingsAsync()).Single(listing => listing.Texts.Exists(text => text.Title == title));

    public static Task<ImportRun> LastRunAsync(this TestSite site)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<ImportRun>().AsNoTracking().OrderByDescending(run => run.StartedAt).FirstAsync());

    /// <summary>Waits until no program works on the last run.</summary>
    public static async Task<ImportRun> RestAsync(this TestSite site)
    {
        await Wait.UntilAsync(async () => !ImportRun.AtWork.Contains((await site.LastRunAsync()).State));
        return await site.LastRunAsync();
    }

    /// <summary>Brings a file on a page.</summary>
    public static async Task<Answer> UploadAsync(this Visitor visitor, Answer page, string selector, string fileName, string text, params (string Name, string Value)[] values)
    {
        var form = page.Find(selector);
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]")) content.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        foreach (var (name, value) in values) content.Add(new StringContent(value), name);
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Add(file, "Upload", fileName);
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : page.Address.PathAndQuery;
        var response = await visitor.Client.PostAsync(new Uri(page.Address, action), content);
        response.Headers.Location.ShouldNotBeNull(await response.Content.ReadAsStringAsync());
        return await visitor.GetAsync(new Uri(page.Address, response.Headers.Location!).ToString());
    }
}
