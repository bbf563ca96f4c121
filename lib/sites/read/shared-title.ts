import type { MetaTags } from './meta-tags'

/**
 * The title that a page gives for being shared, where the page says that it is an article, and the title is
 * whole and without the name of the site.
 *
 * The format: https://ogp.me
 */
export function sharedTitle(tags: MetaTags): string | undefined {
  const [type, title = '', site = '\n'] = ['type', 'title', 'site_name'].map(
    (name) => tags.get(`og:${name}`)?.[0],
  )
  return type !== 'article' || title.endsWith(site) || /\.\.\.$|…$/.test(title) ? undefined : title
}
