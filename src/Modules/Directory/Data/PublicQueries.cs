using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;

namespace Portal.Directory.Data;

/// <summary>Conditions on lists that the database keeps as JSON text.</summary>
internal static class PublicQueries
{
    /// <summary>True of a listing that is filed under a term. Ids have no characters with a meaning in patterns or in JSON.</summary>
    public static Expression<Func<Listing, bool>> HasTerm(string termId)
    {
        var part = "%\"" + Escape(termId) + "\"%";
        return listing => EF.Functions.Like((string)(object)listing.ActivityIds, part, "\\") || EF.Functions.Like((string)(object)listing.NeedIds, part, "\\")
            || EF.Functions.Like((string)(object)listing.AccessIds, part, "\\") || EF.Functions.Like((string)(object)listing.AudienceIds, part, "\\");
    }

    /// <summary>True of a listing that is filed under at least one of some terms.</summary>
    public static Expression<Func<Listing, bool>> HasAnyTerm(IReadOnlyList<string> termIds)
        => termIds.Select(HasTerm).Aggregate((one, other) => Expression.Lambda<Func<Listing, bool>>(
            Expression.OrElse(one.Body, new Renamed(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters));

    /// <summary>True of a listing whose schedules name a day of the week; also of some others, so the schedules themselves have to be asked.</summary>
    public static Expression<Func<Listing, bool>> MayMeetOn(string day)
    {
        var part = "%" + day + "\"%";
        return listing => EF.Functions.Like((string)(object)listing.Schedules, part);
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    /// <summary>Lets two conditions speak of the same listing.</summary>
    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
