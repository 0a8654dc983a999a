using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Learning.Contracts;
using Portal.Learning.Domain;

namespace Portal.Learning.Data;

internal sealed class CollectionConfiguration : IEntityTypeConfiguration<Collection>
{
    public void Configure(EntityTypeBuilder<Collection> builder)
    {
        builder.ToTable("learning_collections");
        builder.HasTranslatedThing<Collection, CollectionText, CollectionDetails>(nameof(CollectionText.CollectionId));
    }
}

internal sealed class CollectionTextConfiguration : IEntityTypeConfiguration<CollectionText>
{
    public void Configure(EntityTypeBuilder<CollectionText> builder)
    {
        builder.ToTable("learning_collection_texts");
        builder.HasTranslatedText(nameof(CollectionText.CollectionId));
        builder.Ignore(text => text.Body);
    }
}
