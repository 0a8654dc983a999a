using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Learning.Contracts;
using Portal.Learning.Domain;

namespace Portal.Learning.Data;

internal sealed class ArticleConfiguration : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.ToTable("learning_articles");
        builder.HasTranslatedThing<Article, ArticleText, ArticleDetails>(nameof(ArticleText.ArticleId));
    }
}

internal sealed class ArticleTextConfiguration : IEntityTypeConfiguration<ArticleText>
{
    public void Configure(EntityTypeBuilder<ArticleText> builder)
    {
        builder.ToTable("learning_article_texts");
        builder.HasTranslatedText(nameof(ArticleText.ArticleId));
    }
}
