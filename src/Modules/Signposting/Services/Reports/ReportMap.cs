using System.Text.Json;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Platform.Data;
using Portal.Signposting.Domain.Reports;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Services.Reports;

/// <summary>Puts the areas of a report's table on a map: the figures as the table shows them, nothing else.</summary>
internal sealed class ReportMap(IPlaces places, IStringLocalizer<ReportText> words)
{
    /// <summary>The points as JSON; null where no area is known.</summary>
    public async Task<string?> PointsAsync(Report report, CancellationToken cancellationToken)
    {
        if (report.Sections.SelectMany(section => section.Tables).FirstOrDefault(table => table.Key == Measure.UnmetAreas) is not { } table) return null;
        var (points, culture) = (new List<object>(), Thread.CurrentThread.CurrentCulture);
        foreach (var row in table.Rows.Where(row => !row.IsTotal))
        {
            if (await places.FindAsync(row.Label, cancellationToken) is not { } place) continue;
            var text = row.Figures[0].Text(culture);
            points.Add(new { lat = place.Point.Latitude, lon = place.Point.Longitude, title = words["Map.Point", row.Label, text].Value, text = $"{row.Label}\n{text}", size = row.Figures[0].Size });
        }

        return points.Count == 0 ? null : JsonSerializer.Serialize(points, PortalJson.Options);
    }
}
