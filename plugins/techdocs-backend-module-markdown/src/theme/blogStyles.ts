/** Lists of posts, and what stands beside a post. */
export const blogStyles = `
.md-post--excerpt { margin-block: 2.4rem; padding-block-start: 1.6rem; border-top: 1px solid var(--md-default-fg-color--lightest); }
/* Stronger than what the reader says of lists and headings. */
.md-post.md-post--excerpt .md-post__content > h2:first-child { margin-top: .4rem; }
.md-post--excerpt .toclink { color: inherit; text-decoration: none; }
.md-post--excerpt .toclink:hover { text-decoration: underline; }
.md-post__header, .md-post .md-profile { display: flex; align-items: center; gap: .6rem; }
.md-post .md-meta__list, .md-post .md-post__links { display: flex; flex-wrap: wrap; gap: .2rem .8rem; margin: 0; padding: 0; list-style: none; color: var(--md-default-fg-color--light); font-size: .85em; }
.md-typeset .md-meta__item, .md-typeset .md-post__link { margin: 0; }
.md-post .md-author img { display: block; width: 2rem; height: 2rem; border-radius: 50%; }
/* As wide as the article below it. */
.md-post__aside { display: grid; gap: .6rem; max-width: 50rem; margin: 0 auto; padding: .5rem 2rem 1.2rem; }
.md-typeset .md-post__back { font-size: .85em; color: var(--md-default-fg-color--light); }
.md-post__aside .md-profile__description { font-size: .85em; }
.md-post .md-post__title { margin: 0; font-weight: 600; }
.md-post-pages { display: flex; flex-wrap: wrap; gap: .3rem; margin-block: 2.4rem 1.2rem; padding-block-start: 1.2rem; border-top: 1px solid var(--md-default-fg-color--lightest); }
.md-post-pages > * { min-width: 2rem; padding: .2rem .5rem; border-radius: 4px; text-align: center; font-variant-numeric: tabular-nums; }
.md-typeset .md-post-pages__link:hover { background: var(--md-default-fg-color--lightest); text-decoration: none; }
.md-post-pages__current { font-weight: 600; background: var(--md-accent-fg-color--transparent); color: var(--md-accent-fg-color); }
.progress { display: block; overflow: hidden; margin-block: .4rem; border-radius: .2rem; background: var(--md-default-fg-color--lightest); }
.progress-bar { min-height: 1.2rem; background: color-mix(in srgb, var(--md-accent-fg-color) 40%, transparent); }
/* Its label stands on both. */
.progress-bar .progress-label { margin: 0; padding-inline: .4rem; font-size: .75em; line-height: 1.2rem; white-space: nowrap; }
.progress.thin .progress-bar { min-height: .4rem; }
`;
