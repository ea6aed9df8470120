import { PAGE_ROUTES } from '../routes.ts';

/** What crawlers are asked to leave alone: pages of one person, the API, and lists that anybody can word anew. */
export function robotsText(publicUrl: string): string {
  const personal = PAGE_ROUTES.filter(({ access }) => access === 'private').map(({ path }) => path);
  // A rule covers everything that begins with it.
  const roots = personal.filter(
    (path) => !personal.some((other) => other !== path && path.startsWith(`${other}/`)),
  );
  const rules = ['/api/', ...roots].map((path) => `Disallow: ${path}`);
  return ['User-agent: *', ...rules, '', `Sitemap: ${publicUrl}/sitemap.xml`, ''].join('\n');
}
