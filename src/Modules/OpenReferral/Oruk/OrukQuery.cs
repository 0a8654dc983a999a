using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Portal.OpenReferral.Oruk;

/// <summary>What a request asks for, read strictly: what cannot be understood is told, never passed over.</summary>
internal sealed class OrukQuery
{
    public const int UsualPage = 50;
    public const int LargestPage = 500;
    private const int LongestText = 200;
    private static readonly string[] dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] dayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private readonly Dictionary<string, string> given = new(StringComparer.Ordinal);
    private readonly List<OrukParameterProblem> problems = [];

    private OrukQuery(IQueryCollection query, IReadOnlyList<OrukParameter> allowed)
    {
        foreach (var (name, values) in query)
        {
            if (!allowed.Any(parameter => parameter.Name == name))
                Problem(name, allowed.Count == 0 ? "This address takes no parameters." : $"There is no parameter of this name here. There are: {string.Join(", ", allowed.Select(parameter => parameter.Name))}.");
            else if (values is not [{ Length: > 0 and <= LongestText } value]) Problem(name, "Give one value, not empty and of at most 200 characters.");
            else given[name] = value;
        }

        Page = Whole("page", 1, int.MaxValue / LargestPage) ?? 1;
        Minimal = YesOrNo("minimal");
        PerPage = Whole("per_page", 1, LargestPage) ?? (Minimal ? int.MaxValue : UsualPage);
        Search = given.GetValueOrDefault("search");
        TaxonomyTermId = Id("taxonomy_term_id");
        TaxonomyId = Id("taxonomy_id");
        OrganizationId = Id("organization_id");
        MinimumAge = Whole("minimum_age", 0, 150);
        MaximumAge = Whole("maximum_age", 0, 150);
        StartTime = Time("start_time");
        EndTime = Time("end_time");
        Day = ReadDay();
        Postcode = given.GetValueOrDefault("postcode");
        ProximityMetres = Proximity();
        ModifiedAfter = Moment("modified_after");
        Full = YesOrNo("full");
        FullService = YesOrNo("full_service");
        LineByLine = Format();
    }

    public int Page { get; }

    public int PerPage { get; }

    public string? Search { get; }

    public Guid? TaxonomyTermId { get; }

    public Guid? TaxonomyId { get; }

    public Guid? OrganizationId { get; }

    public int? MinimumAge { get; }

    public int? MaximumAge { get; }

    public TimeOnly? StartTime { get; }

    public TimeOnly? EndTime { get; }

    /// <summary>Code of a day: <c>TU</c>.</summary>
    public string? Day { get; }

    public string? Postcode { get; }

    public double? ProximityMetres { get; }

    public DateTimeOffset? ModifiedAfter { get; }

    public bool Full { get; }

    public bool FullService { get; }

    public bool Minimal { get; }

    /// <summary>True when the answer is to be one thing to a line, without pages.</summary>
    public bool LineByLine { get; }

    public int Skip => PerPage != int.MaxValue ? (Page - 1) * PerPage : Page == 1 ? 0 : int.MaxValue;

    /// <summary>What could not be understood.</summary>
    public IReadOnlyList<OrukParameterProblem> Problems => problems;

    public static OrukQuery Read(IQueryCollection query, IReadOnlyList<OrukParameter> allowed) => new(query, allowed);

    /// <summary>Says that a value that could be read leads nowhere.</summary>
    public void Problem(string parameter, string message) => problems.Add(new OrukParameterProblem(parameter, message));

    private T? Take<T>(string name, Func<string, T?> read, string message)
        where T : struct
    {
        if (!given.TryGetValue(name, out var text)) return null;
        if (read(text) is { } value) return value;
        Problem(name, message);
        return null;
    }

    private int? Whole(string name, int least, int most)
        => Take<int>(
            name, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null,
            string.Create(CultureInfo.InvariantCulture, $"This is a whole number from {least} to {most}."));

    private Guid? Id(string name) => Take<Guid>(name, text => Guid.TryParseExact(text, "D", out var id) ? id : null, "This is an id like ac148810-d857-441c-9679-408f346de14b.");

    private bool YesOrNo(string name) => Take<bool>(name, text => bool.TryParse(text, out var yes) ? yes : null, "This is true or false.") ?? false;

    private TimeOnly? Time(string name)
        => Take<TimeOnly>(name, text => TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null, "This is a time like 18:30.");

    private DateTimeOffset? Moment(string name)
        => Take<DateTimeOffset>(
            name,
            // A plus sign that was not encoded arrives as a space.
            text => DateTimeOffset.TryParseExact(
                text.Replace(' ', '+'),
                ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"],
                CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null,
            "This is a time like 2026-11-25T08:00:00Z, or a date like 2026-11-25.");

    private double? Proximity()
    {
        var metres = Take<double>(
            "proximity", text => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1_000_000 ? number : null,
            "This is a distance in metres, above 0 and up to 1000000.");
        if (metres is not null && Postcode is null) Problem("proximity", "A distance needs a postcode to measure from.");
        return metres;
    }

    private string? ReadDay()
    {
        if (!given.TryGetValue("day", out var text)) return null;
        for (var i = 0; i < dayCodes.Length; i++)
        {
            if (text.Equals(dayCodes[i], StringComparison.OrdinalIgnoreCase) || text.Equals(dayNames[i], StringComparison.OrdinalIgnoreCase)) return dayCodes[i];
        }

        Problem("day", "This is a day of the week: MO, TU, WE, TH, FR, SA or SU.");
        return null;
    }

    private bool Format()
    {
        if (!given.TryGetValue("format", out var format) || format == "json") return false;
        if (format == "ndjson") return true;
        Problem("format", "This is json or ndjson.");
        return false;
    }
}
