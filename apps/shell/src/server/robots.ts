import type { PageRoute } from '../routes.ts';

/** What crawlers are asked to leave alone: pages of one person, the API, and lists that anybody can word anew. */
export function robotsText(publicUrl: string, routes: readonly PageRoute[]): string {
  // Up to its first parameter: a rule covers everything that begins with it.
  const personal = routes
    .filter(({ access }) => access === 'private')
    .map(({ path }) => path.replace(/\/\$.*$/, ''));
  const roots = new Set(
    personal.filter((path) => !personal.some((other) => other !== path && path.startsWith(`${other}/`))),
  );
  const rules = ['/api/', ...roots].map((path) => `Disallow: ${path}`);
  return ['User-agent: *', ...rules, '', `Sitemap: ${publicUrl}/sitemap.xml`, ''].join('\n');
}
