using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

internal sealed class GroupCalendarConfiguration : IEntityTypeConfiguration<GroupCalendar>
{
    public void Configure(EntityTypeBuilder<GroupCalendar> builder)
    {
        builder.ToTable("directory_group_calendars");
        builder.HasKey(calendar => calendar.ListingId);
        builder.Property(calendar => calendar.ListingId).HasMaxLength(Ids.Length);
        builder.Property(calendar => calendar.Address).HasMaxLength(GroupCalendar.LongestAddress);
        builder.Property(calendar => calendar.Dates).AsJson();
        builder.Property(calendar => calendar.Faults).AsJson();
        builder.Property(calendar => calendar.Failure).HasMaxLength(40);
        builder.Property(calendar => calendar.ETag).HasMaxLength(300);
        builder.Ignore(calendar => calendar.HasFault);
        builder.HasIndex(calendar => calendar.NextTryAt);
        builder.HasOne<Listing>().WithOne().HasForeignKey<GroupCalendar>(calendar => calendar.ListingId);
    }
}
