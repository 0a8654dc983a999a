using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Pages.Pathway;
using Portal.Signposting.Pages.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Pathway;

/// <summary>Reads the fields of a next step, and offers whom it can be given to: those who see the person.</summary>
internal sealed class NextStepForms(PortalDbContext db, PersonAccess access, SafeguardingAccess safeguarding, PrivateText texts, Teams teams, DateWords dates, IStringLocalizer<PathwayText> words)
{
    /// <summary>What else to heed before somebody gets in touch.</summary>
    public Task<HeedMore> HeedMoreAsync(Person person) => HeedMore.OfAsync(person, texts, safeguarding, dates.Today);

    /// <summary>Who can take the next step: the person's worker, their team, and oneself.</summary>
    public async Task<IReadOnlyList<SelectListItem>> WorkersAsync(Person person, CancellationToken cancellationToken)
    {
        var (me, team) = (access.WorkerId, person.TeamId);
        var members = await db.Set<TeamMember>().Where(member => member.TeamId == team).Select(member => member.UserId).ToListAsync(cancellationToken);
        return
        [
            .. (await teams.WorkersAsync(cancellationToken)).Where(worker => worker.Id == me || worker.Id == person.WorkerId || members.Contains(worker.Id, StringComparer.Ordinal))
                .Select(worker => new SelectListItem(worker.Name, worker.Id)),
        ];
    }

    /// <summary>The fields with what is suggested.</summary>
    public NextFields Suggest(Person person, (string Kind, DateOnly On) step, string note = "")
        => new() { Kind = step.Kind, On = TypedDate.Of(step.On), Worker = person.NextWorkerId ?? person.WorkerId ?? access.WorkerId, Note = note };

    /// <summary>The step that was typed; null when something is wrong, which is then said beside the field.</summary>
    /// <param name="workers">Whom it can be given to; null where it is whoever looks after the person.</param>
    public NextStep? Read(NextFields typed, string prefix, ModelStateDictionary errors, IReadOnlyList<SelectListItem>? workers)
    {
        var (today, on, note) = (dates.Today, typed.On.Value, TypedTexts.Clean(typed.Note));
        var before = errors.ErrorCount;
        if (!NextStep.Kinds.Contains(typed.Kind, StringComparer.Ordinal)) errors.AddModelError(prefix + ".Kind", words["Next.KindMissing"]);
        if (on is null) errors.AddModelError(prefix + ".On", words[typed.On.IsEmpty ? "Next.DayMissing" : "Date.Wrong"]);
        else if (on < today) errors.AddModelError(prefix + ".On", words["Next.DayGone"]);
        else if (on > today.AddDays(NextStep.Farthest)) errors.AddModelError(prefix + ".On", words["Next.DayFar"]);
        if (note.Length > NextStep.LongestNote) errors.AddModelError(prefix + ".Note", words["Text.Long", NextStep.LongestNote]);
        if (workers is not null && !workers.Any(worker => worker.Value == typed.Worker)) errors.AddModelError(prefix + ".Worker", words["Next.WorkerMissing"]);
        return errors.ErrorCount > before ? null : new NextStep(typed.Kind!, on!.Value, workers is null ? null : typed.Worker, note);
    }
}
