using Microsoft.Extensions.Localization;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.Pathway;

/// <summary>What every page on a step of a person's way needs.</summary>
internal sealed class PathTools(PersonAccess access, PathwayRules rules, NextStepForms forms, PrivateText texts, IStringLocalizer<PathwayText> words)
{
    public PersonAccess Access => access;

    public PathwayRules Rules => rules;

    public NextStepForms Forms => forms;

    public PrivateText Texts => texts;

    public IStringLocalizer<PathwayText> Words => words;
}
