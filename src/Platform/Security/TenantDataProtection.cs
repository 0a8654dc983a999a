using Microsoft.AspNetCore.DataProtection;
using Portal.Platform.Tenants;

namespace Portal.Platform.Security;

/// <summary>
/// Gives every tenant keys of its own: each protector asks for the running tenant when it is used, and the tenant's name is
/// part of the purpose, from which the key is derived. What one tenant protected no other can read.
/// </summary>
internal sealed class TenantDataProtectionProvider(IDataProtectionProvider inner) : IDataProtectionProvider
{
    public IDataProtector CreateProtector(string purpose) => new TenantProtector(inner, [purpose]);

    private sealed class TenantProtector(IDataProtectionProvider root, string[] purposes) : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => new TenantProtector(root, [.. purposes, purpose]);

        public byte[] Protect(byte[] plaintext) => Current().Protect(plaintext);

        public byte[] Unprotect(byte[] protectedData) => Current().Unprotect(protectedData);

        private IDataProtector Current()
        {
            var protector = root.CreateProtector("tenant:" + (CurrentTenant.Name ?? "platform"));
            foreach (var purpose in purposes) protector = protector.CreateProtector(purpose);
            return protector;
        }
    }
}
