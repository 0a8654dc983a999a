using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Portal.Platform.Data;

namespace Portal.Learning.Data;

internal sealed class ArticleConfiguration : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.ToTable("learning_articles");
        builder.Property(article => article.Id).HasMaxLength(Ids.Length);
        builder.Property(article => article.Slug).HasMaxLength(80);
        builder.Property(article => article.SourceLanguage).HasMaxLength(20);
        builder.HasIndex(article => article.Slug).IsUnique();
        builder.HasMany(article => article.Texts).WithOne().HasForeignKey(text => text.ArticleId);
    }
}

internal sealed class ArticleTextConfiguration : IEntityTypeConfiguration<ArticleText>
{
    public void Configure(EntityTypeBuilder<ArticleText> builder)
    {
        builder.ToTable("learning_article_texts");
        builder.HasKey(text => new { text.ArticleId, text.Language });
        builder.Property(text => text.ArticleId).HasMaxLength(Ids.Length);
        builder.HasTranslatedText();
    }
}

internal sealed class CollectionConfiguration : IEntityTypeConfiguration<Collection>
{
    public void Configure(EntityTypeBuilder<Collection> builder)
    {
        builder.ToTable("learning_collections");
        builder.Property(collection => collection.Id).HasMaxLength(Ids.Length);
        builder.Property(collection => collection.Slug).HasMaxLength(80);
        builder.Property(collection => collection.SourceLanguage).HasMaxLength(20);
        builder.HasIndex(collection => collection.Slug).IsUnique();
        builder.HasMany(collection => collection.Texts).WithOne().HasForeignKey(text => text.CollectionId);
    }
}

internal sealed class CollectionTextConfiguration : IEntityTypeConfiguration<CollectionText>
{
    public void Configure(EntityTypeBuilder<CollectionText> builder)
    {
        builder.ToTable("learning_collection_texts");
        builder.HasKey(text => new { text.CollectionId, text.Language });
        builder.Property(text => text.CollectionId).HasMaxLength(Ids.Length);
        builder.HasTranslatedText();
        builder.Ignore(text => text.Body);
    }
}
