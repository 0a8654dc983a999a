namespace Portal.Directory.Resources;

/// <summary>Names the texts about how fresh pages are: the letters that ask, the page they lead to, the table for those who manage.</summary>
internal sealed class FreshnessText;
