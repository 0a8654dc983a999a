using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Platform.Data;

namespace Portal.Platform.Messages;

/// <summary>Which way a message goes.</summary>
public enum OutboxChannel
{
    /// <summary>By e-mail.</summary>
    Email,

    /// <summary>As a text message to a phone.</summary>
    Text,
}

/// <summary>A message written in the transaction of the change that caused it, and delivered afterwards by a job.</summary>
public sealed class OutboxMessage : IBehindTheScenes
{
    /// <summary>Id of the message; also part of its Message-ID, so that delivering twice can be recognised.</summary>
    public required string Id { get; init; }

    /// <summary>Which way it goes.</summary>
    public OutboxChannel Channel { get; init; }

    /// <summary>
    /// Everything that is in a message to somebody who is helped, the address too, sealed; the fields for these are empty then. Null
    /// for all other messages.
    /// </summary>
    public string? SealedContent { get; init; }

    /// <summary>Id of the plan or referral that a message to somebody who is helped, or about them, belongs to, so that it can be taken away with it.</summary>
    public string? About { get; init; }

    /// <summary>True for a message that waits for the morning when it would arrive at night.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>E-mail address or phone number it goes to.</summary>
    public required string To { get; init; }

    /// <summary>Language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>Subject line.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text body.</summary>
    public required string Text { get; init; }

    /// <summary>HTML body.</summary>
    public required string Html { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was handed to the mail server; null while it waits.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>How often delivery was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Not to be tried before; null once it has been given up or sent.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>True for a message that somebody without an account asked for: it is removed, with the address, once it was sent or given up.</summary>
    public bool ForgetWhenSent { get; init; }

    /// <summary>When it was held back because the person must not get it any more; null for all others.</summary>
    public DateTimeOffset? HeldBackAt { get; set; }

    /// <summary>Why it was held back: a word of the module that it belongs to.</summary>
    public string? HeldBackFor { get; set; }

    /// <summary>What the last attempt failed with.</summary>
    public string? LastError { get; set; }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    private const int LongestReason = 20;

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("platform_outbox");
        builder.Property(message => message.Id).HasMaxLength(Ids.Length);
        builder.Property(message => message.Channel).HasConversion<string>().HasMaxLength(10);
        builder.Property(message => message.About).HasMaxLength(Ids.Length);
        builder.Property(message => message.To).HasMaxLength(320);
        builder.Property(message => message.HeldBackFor).HasMaxLength(LongestReason);
        builder.HasIndex(message => message.NextAttemptAt);
        builder.HasIndex(message => message.About);
    }
}
