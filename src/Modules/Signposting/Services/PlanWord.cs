using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Security;
using Portal.Signposting.Domain;

namespace Portal.Signposting.Services;

/// <summary>What came of a word that was typed.</summary>
internal enum WordResult
{
    Right,

    Wrong,

    /// <summary>It was tried too often; nothing is looked at for some time.</summary>
    TooMany,
}

/// <summary>Asks for the word that a worker and a person agreed on, and remembers in the browser, for as long as it stays open, that it was right.</summary>
internal sealed class PlanWord(PortalDbContext db, IDataProtectionProvider protection, IHttpContextAccessor http, PrivateText texts, AuditLog audit, TimeProvider clock)
{
    private static readonly TenantCookie cookie = new("plan-word");
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Portal.Signposting.PlanWord").ToTimeLimitedDataProtector();

    /// <summary>True when nothing has to be asked, or it was answered in this browser.</summary>
    public bool IsKnown(PlanShare share)
    {
        if (share.SealedWord is null) return true;
        if (http.HttpContext!.Request.Cookies[cookie.Name!] is not { Length: > 0 } proof) return false;
        try
        {
            return protector.Unprotect(proof, out _) == Proof(share);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Tries a word. Each try is counted before it is looked at, so that many at once are no more than the allowed ones.</summary>
    public async Task<WordResult> TryAsync(PlanShare share, string? typed, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = now - PlanShare.TriesCount;
        var counted = await db.Set<PlanShare>()
            .Where(known => known.Id == share.Id && (known.Tries < PlanShare.MostTries || known.LastTryAt == null || known.LastTryAt < since))
            .ExecuteUpdateAsync(change => change.SetProperty(known => known.Tries, known => known.LastTryAt == null || known.LastTryAt < since ? 1 : known.Tries + 1).SetProperty(known => known.LastTryAt, now), cancellationToken);
        if (counted == 0) return WordResult.TooMany;
        if (!share.IsWord(texts, typed))
        {
            audit.Record("plan.wrong-word", PlanAccess.AuditSubject, share.PlanId);
            await db.SaveChangesAsync(cancellationToken);
            return WordResult.Wrong;
        }

        await db.Set<PlanShare>().Where(known => known.Id == share.Id).ExecuteUpdateAsync(change => change.SetProperty(known => known.Tries, 0), cancellationToken);
        var context = http.HttpContext!;
        context.Response.Cookies.Append(cookie.Name!, protector.Protect(Proof(share), now + PlanShare.WordHolds), cookie.Build(context));
        return WordResult.Right;
    }

    /// <summary>Of one link and its word: another word of the same link asks anew.</summary>
    private static string Proof(PlanShare share) => string.Create(CultureInfo.InvariantCulture, $"{share.Id} {PlanShare.HashOf(share.SealedWord!)}");
}
