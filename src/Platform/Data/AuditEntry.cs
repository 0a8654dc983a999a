using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Platform.Data;

/// <summary>One thing that somebody did. Entries form a chain: each carries a hash of itself and of the one before, so a removed or altered entry shows.</summary>
public sealed class AuditEntry
{
    /// <summary>Counts up from 1 without gaps.</summary>
    public long Number { get; private set; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>User id of who did it, or <c>system</c>, <c>public</c> or the name of a job.</summary>
    public required string Actor { get; init; }

    /// <summary>Name of who did it, as shown to people.</summary>
    public required string ActorName { get; init; }

    /// <summary>What was done, for example <c>listing.changed</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Kind of thing it was done to, for example <c>listing</c>.</summary>
    public required string SubjectKind { get; init; }

    /// <summary>Id of the thing.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Why, in the words of who did it.</summary>
    public string? Why { get; init; }

    /// <summary>The thing before, as JSON; null when it was new or is nobody else's business.</summary>
    public string? Before { get; init; }

    /// <summary>The thing after, as JSON; null when it is gone.</summary>
    public string? After { get; init; }

    /// <summary>Hash of the entry before; empty for the first.</summary>
    public string PreviousHash { get; private set; } = "";

    /// <summary>SHA-256 over this entry and <see cref="PreviousHash"/>, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The hash this entry ought to have.</summary>
    public string ComputeHash()
    {
        var text = new StringBuilder();
        foreach (var part in new[]
        {
            Number.ToString(CultureInfo.InvariantCulture), At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), Actor, ActorName, Action, SubjectKind, SubjectId, Why, Before, After, PreviousHash,
        })
        {
            // The length before each part: no two entries can be written the same way.
            text.Append(part?.Length ?? -1).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    internal void ChainTo(AuditEntry? previous)
    {
        Number = (previous?.Number ?? 0) + 1;
        PreviousHash = previous?.Hash ?? "";
        Hash = ComputeHash();
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("platform_audit");
        builder.HasKey(entry => entry.Number);
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.Property(entry => entry.Actor).HasMaxLength(80);
        builder.Property(entry => entry.Action).HasMaxLength(80);
        builder.Property(entry => entry.SubjectKind).HasMaxLength(40);
        builder.Property(entry => entry.SubjectId).HasMaxLength(80);
        builder.Property(entry => entry.Hash).HasMaxLength(64);
        builder.Property(entry => entry.PreviousHash).HasMaxLength(64);
        builder.HasIndex(entry => new { entry.SubjectKind, entry.SubjectId, entry.Number });
    }
}
