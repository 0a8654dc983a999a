namespace Portal.OpenReferral.Imports.Reading;

/// <summary>Makes a draft of the cells of a row.</summary>
internal static class SheetDraft
{
    public static Draft Of(int line, IReadOnlyList<string> cells, IReadOnlyList<string?> columns)
    {
        var draft = new Draft { Line = line };
        var when = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(cells.Count, columns.Count); i++)
        {
            if (columns[i] is not { } field || string.IsNullOrWhiteSpace(cells[i])) continue;
            Put(draft, field, cells[i], when);
        }

        draft.When = When(when);
        return draft;
    }

    private static void Put(Draft draft, string field, string cell, Dictionary<string, string> when)
    {
        switch (field)
        {
            case SheetFields.Id: draft.Id = cell; break;
            case SheetFields.Name: draft.Name = Join(draft.Name, cell, " "); break;
            case SheetFields.Summary: draft.Summary = cell; break;
            case SheetFields.Description: draft.Description = Join(draft.Description, cell, "\n\n"); break;
            case SheetFields.Who: draft.Who = cell; break;
            case SheetFields.When or SheetFields.Day or SheetFields.Time or SheetFields.Ends: when[field] = Prose.Line(cell) ?? ""; break;
            case SheetFields.Starts: draft.Starts = cell; break;
            case SheetFields.Where: draft.Where = Join(draft.Where, cell, ", "); break;
            case SheetFields.Venue: draft.Venue = cell; break;
            case SheetFields.Address: draft.Address = Join(draft.Address, cell, ", "); break;
            case SheetFields.Town: draft.Town = cell; break;
            case SheetFields.Postcode: draft.Postcode = cell; break;
            case SheetFields.Cost: draft.Cost = cell; break;
            case SheetFields.Organisation: draft.Organisation = cell; break;
            case SheetFields.Contact: draft.Contact = Join(draft.Contact, cell, " "); break;
            case SheetFields.ContactName: draft.ContactName = cell; break;
            case SheetFields.Phone: draft.Phones.Add(cell); break;
            case SheetFields.TextPhone: draft.TextPhone = cell; break;
            case SheetFields.Email: draft.Email = cell; break;
            case SheetFields.Website: draft.Website = cell; break;
            case SheetFields.Category or SheetFields.Access: draft.Terms.Add(cell); break;
            case SheetFields.Languages: draft.Languages.Add(cell); break;
            case SheetFields.Status: draft.Status = cell; break;
            case SheetFields.Assured: draft.Assured = cell; break;
        }
    }

    /// <summary>"Monday" and "10am" and "12" from columns of their own, as one would write them in one.</summary>
    private static string? When(Dictionary<string, string> said)
    {
        if (said.Count == 0) return null;
        var time = said.TryGetValue(SheetFields.Ends, out var ends) && said.TryGetValue(SheetFields.Time, out var begins) ? $"{begins} - {ends}" : said.GetValueOrDefault(SheetFields.Time) ?? ends;
        return string.Join(' ', new[] { said.GetValueOrDefault(SheetFields.When), said.GetValueOrDefault(SheetFields.Day), time }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string Join(string? before, string cell, string between) => before is null ? cell : before + between + cell;
}
