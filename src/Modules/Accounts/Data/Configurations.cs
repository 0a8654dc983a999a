using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Accounts.Domain;
using Portal.Platform.Data;

namespace Portal.Accounts.Data;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("accounts_users");
        builder.Property(user => user.Id).HasMaxLength(Ids.Length);
        builder.Property(user => user.Email).HasMaxLength(320).IsRequired();
        builder.Property(user => user.NormalizedEmail).HasMaxLength(320).IsRequired();
        builder.Property(user => user.UserName).HasMaxLength(320).IsRequired();
        builder.Property(user => user.NormalizedUserName).HasMaxLength(320).IsRequired();
        builder.Property(user => user.Name).HasMaxLength(PortalUser.NameLength);
        builder.Property(user => user.Language).HasMaxLength(20);
        builder.Property(user => user.SecurityStamp).IsRequired();
        builder.Property(user => user.ConcurrencyStamp).IsConcurrencyToken();
        builder.Ignore(user => user.PhoneNumber);
        builder.Ignore(user => user.PhoneNumberConfirmed);
        builder.HasIndex(user => user.NormalizedEmail).IsUnique();
        builder.HasIndex(user => user.NormalizedUserName).IsUnique();
    }
}

internal sealed class UserSecretConfiguration : IEntityTypeConfiguration<UserSecret>
{
    public void Configure(EntityTypeBuilder<UserSecret> builder)
    {
        builder.ToTable("accounts_user_secrets");
        builder.HasKey(secret => new { secret.UserId, secret.LoginProvider, secret.Name });
        builder.Property(secret => secret.UserId).HasMaxLength(Ids.Length);
        builder.Property(secret => secret.LoginProvider).HasMaxLength(80);
        builder.Property(secret => secret.Name).HasMaxLength(80);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(secret => secret.UserId);
    }
}

internal sealed class PortalRoleConfiguration : IEntityTypeConfiguration<PortalRole>
{
    public void Configure(EntityTypeBuilder<PortalRole> builder)
    {
        builder.ToTable("accounts_roles");
        builder.Property(role => role.Id).HasMaxLength(Ids.Length);
        builder.Property(role => role.Name).HasMaxLength(PortalRole.NameLength);
        builder.HasIndex(role => role.Name).IsUnique();
    }
}

internal sealed class UserRoleConfiguration : IEntityTypeConfiguration<UserRole>
{
    public void Configure(EntityTypeBuilder<UserRole> builder)
    {
        builder.ToTable("accounts_user_roles");
        builder.HasKey(row => new { row.UserId, row.RoleId });
        builder.Property(row => row.UserId).HasMaxLength(Ids.Length);
        builder.Property(row => row.RoleId).HasMaxLength(Ids.Length);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(row => row.UserId);
        builder.HasOne<PortalRole>().WithMany().HasForeignKey(row => row.RoleId);
    }
}

internal sealed class SignInLinkConfiguration : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> builder)
    {
        builder.ToTable("accounts_sign_in_links");
        builder.Property(link => link.Id).HasMaxLength(Ids.Length);
        builder.Property(link => link.CodeHash).HasMaxLength(64);
        builder.Property(link => link.UserId).HasMaxLength(Ids.Length);
        builder.Property(link => link.AddressHash).HasMaxLength(64);
        builder.Property(link => link.UsedAt).IsConcurrencyToken();
        builder.HasIndex(link => link.CodeHash).IsUnique();
        builder.HasIndex(link => new { link.AddressHash, link.CreatedAt });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(link => link.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
