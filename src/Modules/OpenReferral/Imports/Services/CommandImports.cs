using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.OpenReferral.Contracts;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Imports.Reading;
using Portal.OpenReferral.Resources;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>Imports from the command line: all in one go, in this process.</summary>
internal sealed class CommandImports(
    PortalDbContext db, ImportSources sources, ImportRunner runner, FeedReading reading, ImportFiles files, FaultWords words, TenantContext tenant, TimeProvider clock, IStringLocalizer<ImportText> texts) : IImports
{
    private const string Who = "command line";
    private const int MostSaid = 50;

    public async Task<ImportOutcome> RunAsync(ImportRequest request, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var isWeb = !File.Exists(request.From) && Uri.TryCreate(request.From, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "webcal";
        if (!isWeb && !File.Exists(request.From)) return Problem(texts["Command.NoFile", request.From]);
        if (isWeb && request.IsSheet) return Problem(texts["Command.SheetFromWeb"]);
        var name = request.SourceName ?? (isWeb ? new Uri(request.From).Host : Path.GetFileNameWithoutExtension(request.From));
        var kind = request.IsSheet ? SourceKind.Csv : SourceKind.Feed;
        var source = await db.Set<ImportSource>().SingleOrDefaultAsync(source => source.Name == name, cancellationToken);
        if (source is not null && source.Kind != kind) return Problem(texts["Command.OtherKind", name]);
        var isNew = source is null;
        source ??= sources.Add(new ImportSource
        {
            Id = Ids.New(clock),
            Name = name,
            Kind = kind,
            Address = isWeb ? request.From : null,
            Publisher = request.Publisher,
            Licence = request.Licence,
            Language = tenant.Settings.DefaultLanguage,
            CreatedAt = clock.GetUtcNow(),
        });
        return await RunAsync(source, isNew, isWeb, request, progress, cancellationToken);
    }

    private async Task<ImportOutcome> RunAsync(ImportSource source, bool isNew, bool isWeb, ImportRequest request, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var runId = await ContinuedAsync(source, isWeb ? null : request.From, cancellationToken);
        var isHeld = runId is null;
        if (runId is null)
        {
            await using var file = isWeb ? null : File.OpenRead(request.From);
            runId = (await sources.StartAsync(source, Who, isWeb ? null : Path.GetFileName(request.From), file, cancellationToken, request.IsDryRun, isHeld: true)).Id;
        }

        try
        {
            if (await MapAsync(source, runId, cancellationToken) is { } problem) return problem;
            void Tell(ImportRun run) => progress.Report(new ImportProgress(run.LinesDone, run.BytesTotal > 0 ? (int)(run.BytesDone * 100 / run.BytesTotal) : null, run.Applied));
            if (!await runner.RunAsync(runId, Tell, cancellationToken, isHeld)) return Problem(texts["Command.Busy", source.Name]);
            var outcome = await OutcomeAsync(source, runId, request, cancellationToken);
            if (request.IsDryRun || outcome.Stop) return outcome.Outcome;
            if (request.MayRemoveMany) await db.Set<StagedChange>().Where(change => change.RunId == runId && change.Kind == ChangeKind.Gone && change.Decision == Decision.Open)
                .ExecuteUpdateAsync(change => change.SetProperty(one => one.Decision, Decision.Take), cancellationToken);
            db.DiscardChanges();
            await sources.MoveAsync(runId, RunState.Applying, [RunState.Review], "import.applied", cancellationToken, isHeld: true);
            await runner.RunAsync(runId, Tell, cancellationToken, isHeld: true);
            return outcome.Outcome;
        }
        finally
        {
            if (request.IsDryRun) await ForgetAsync(source.Id, runId, isNew);
        }
    }

    /// <summary>A run of the same file that was cut off: it goes on.</summary>
    private async Task<string?> ContinuedAsync(ImportSource source, string? file, CancellationToken cancellationToken)
    {
        var (name, length) = (file is null ? null : Path.GetFileName(file), file is null ? 0 : new FileInfo(file).Length);
        return await db.Set<ImportRun>().AsNoTracking()
            .Where(run => run.SourceId == source.Id && run.StartedBy == Who && ImportRun.AtWork.Contains(run.State) && run.FileName == name && (file == null || run.BytesTotal == length))
            .OrderByDescending(run => run.StartedAt).Select(run => run.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Columns that nobody has looked at are taken as they are guessed; without a name among them there is nothing to take.</summary>
    private async Task<ImportOutcome?> MapAsync(ImportSource source, string runId, CancellationToken cancellationToken)
    {
        if (await db.Set<ImportRun>().AsNoTracking().Where(run => run.Id == runId).Select(run => run.State).SingleAsync(cancellationToken) != RunState.Mapping) return null;
        var mapping = await reading.HeadAsync(runId, cancellationToken) is { } head ? SheetReader.Guess(head.Headings) : [];
        if (!mapping.Any(column => column.Field == SheetFields.Name)) return Problem(texts["Command.NoName"]);
        await sources.ChangeAsync(source, changed => changed.Mapping = mapping, cancellationToken);
        await sources.MoveAsync(runId, RunState.Waiting, [RunState.Mapping], "import.mapped", cancellationToken, isHeld: true);
        return null;
    }

    private async Task<(ImportOutcome Outcome, bool Stop)> OutcomeAsync(ImportSource source, string runId, ImportRequest request, CancellationToken cancellationToken)
    {
        db.DiscardChanges();
        var run = await db.Set<ImportRun>().AsNoTracking().SingleAsync(run => run.Id == runId, cancellationToken);
        var errors = await SayAsync(source, runId, isError: true, cancellationToken);
        var problems = new List<string>(errors);
        if (run.Refused > MostSaid) problems.Add(texts["Command.MoreFaults", run.Refused - MostSaid]);
        var mustStop = run.State == RunState.Failed || (run.AsksBeforeRemoving && !request.MayRemoveMany);
        if (words.Failure(run) is { } failure) problems.Add(failure);
        else if (mustStop) problems.Add(texts["Command.Removes", run.Gone]);
        else await AddOpenAsync(run, problems, request.MayRemoveMany, cancellationToken);
        return (new ImportOutcome
        {
            Added = run.Added,
            Changed = run.Changed,
            Gone = run.Gone,
            Conflicts = run.Conflicts,
            Unchanged = run.Unchanged,
            Problems = problems,
            Notes = await SayAsync(source, runId, isError: false, cancellationToken),
        }, mustStop);
    }

    private async Task AddOpenAsync(ImportRun run, List<string> problems, bool mayRemove, CancellationToken cancellationToken)
    {
        var open = await db.Set<StagedChange>().CountAsync(change => change.RunId == run.Id && change.Decision == Decision.Open && (!mayRemove || change.Kind != ChangeKind.Gone), cancellationToken);
        if (open > 0) problems.Add(texts.Count("Command.Open", open));
    }

    private async Task<IReadOnlyList<string>> SayAsync(ImportSource source, string runId, bool isError, CancellationToken cancellationToken)
        => [.. (await db.Set<LineFault>().AsNoTracking().Where(fault => fault.RunId == runId && fault.IsError == isError).OrderBy(fault => fault.Line).Take(MostSaid).ToListAsync(cancellationToken))
            .Select(fault => words.WithLine(fault, source.Kind))];

    private async Task ForgetAsync(string sourceId, string runId, bool isNew)
    {
        db.DiscardChanges();
        files.Delete(runId);
        if (isNew) await db.Set<ImportSource>().Where(source => source.Id == sourceId).ExecuteDeleteAsync(CancellationToken.None);
        else await db.Set<ImportRun>().Where(run => run.Id == runId).ExecuteDeleteAsync(CancellationToken.None);
    }

    private static ImportOutcome Problem(string sentence) => new() { Problems = [sentence] };
}
