import { Readable } from 'node:stream';
import type { HttpBindings } from '@hono/node-server';
import { paths } from '@plaza/navigation/paths';
import { Hono } from 'hono';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { errorAnswer } from '../platform/http-errors.ts';
import type { Services } from '../platform/services.ts';
import {
  findSitemapEntries,
  findSitemapParts,
  type SitemapEntry,
  type SitemapKind,
  sitemapKindSchema,
} from './sitemap.repository.ts';
import { sitemapEnd, sitemapPage, sitemapStart, sitemapsDocument } from './sitemap-xml.ts';

/** The protocol allows 50,000 addresses a file; half of it keeps a file at a few megabytes. */
const ENTRIES_PER_PART = 25_000;
const ENTRIES_PER_READ = 1_000;
const KEPT_MS = 10 * 60_000;
const HEADERS = {
  'content-type': 'application/xml; charset=utf-8',
  'cache-control': 'public, max-age=600, s-maxage=3600, stale-while-revalidate=86400',
};

const pathOf: Record<SitemapKind, (slug: string) => string> = {
  products: paths.product,
  categories: paths.category,
  stores: paths.store,
};
const partParams = z.object({ kind: sitemapKindSchema, firstId: z.uuid() });

interface Limits {
  entriesPerPart: number;
  entriesPerRead: number;
}

/**
 * Answers `/sitemap.xml`, which names the parts, and `/sitemap/<kind>/<id of its first entry>`, which names pages. Parts
 * are read by key and sent piece by piece, so that a market of any size takes the memory of one piece.
 */
export function serveSitemap(
  services: Services,
  limits: Limits = { entriesPerPart: ENTRIES_PER_PART, entriesPerRead: ENTRIES_PER_READ },
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  // Counting all products takes a while, and anybody may ask: those who ask at once share one answer.
  const kept = new LRUCache<'index', string>({
    max: 1,
    ttl: KEPT_MS,
    fetchMethod: () => writeIndex(services, limits.entriesPerPart),
  });

  app.get('/sitemap.xml', async (c) => c.body((await kept.fetch('index')) ?? '', 200, HEADERS));
  app.get('/sitemap/:kind/:firstId', async (c) => {
    const params = partParams.safeParse(c.req.param());
    if (!params.success) return missing();
    const { kind, firstId } = params.data;
    const entries = readPart(services, kind, firstId, limits);
    // The first piece is read before anything is said: afterwards the status could not tell of a failure.
    const first = await entries.next();
    if (first.done) return missing();
    const toUrl = (slug: string) => new URL(pathOf[kind](slug), services.env.PUBLIC_URL).href;
    const pieces = Readable.from(writePart(first.value, entries, toUrl), { objectMode: false });
    return new Response(Readable.toWeb(pieces), { headers: HEADERS });
  });
  return app;
}

const missing = () => errorAnswer(404, 'There is no such part: /sitemap.xml names those that there are.');

async function writeIndex({ database, env }: Services, entriesPerPart: number): Promise<string> {
  const parts = await Promise.all(
    sitemapKindSchema.options.map(async (kind) => {
      const found = await findSitemapParts(database.client, kind, entriesPerPart);
      return found.map(({ firstId, changedAt }) => ({
        url: new URL(`/sitemap/${kind}/${firstId}`, env.PUBLIC_URL).href,
        changedAt,
      }));
    }),
  );
  return sitemapsDocument(parts.flat());
}

/** The entries of a part in pieces; none when there are none. */
async function* readPart(
  { database }: Services,
  kind: SitemapKind,
  firstId: string,
  { entriesPerPart, entriesPerRead }: Limits,
): AsyncGenerator<SitemapEntry[], void> {
  let from: { firstId: string } | { afterId: string } = { firstId };
  let left = entriesPerPart;
  while (left > 0) {
    const limit = Math.min(left, entriesPerRead);
    const entries = await findSitemapEntries(database.client, kind, from, limit);
    const last = entries.at(-1);
    if (!last) return;
    yield entries;
    if (entries.length < limit) return;
    from = { afterId: last.id };
    left -= entries.length;
  }
}

async function* writePart(
  first: readonly SitemapEntry[],
  others: AsyncIterable<SitemapEntry[]>,
  toUrl: (slug: string) => string,
): AsyncGenerator<string, void> {
  const write = (entries: readonly SitemapEntry[]) =>
    entries.map(({ slug, changedAt }) => sitemapPage({ url: toUrl(slug), changedAt })).join('');
  yield sitemapStart + write(first);
  for await (const entries of others) yield write(entries);
  yield sitemapEnd;
}
