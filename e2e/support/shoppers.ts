import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { market } from './market.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
/** A busy pipeline is asked again, under the same ids, as browsers do. */
const ATTEMPTS = 3;
const BOOT = /<script[^>]*id="plaza-boot"[^>]*>([^<]*)<\/script>/;
const bootSchema = z.object({ trials: z.array(z.string()) });

/** What a visitor reports, as the browser's SDK writes it. */
export interface ShopperEvent {
  event: string;
  mfe: string;
  properties?: object;
}

/** The trials that the document of a visitor who has never been here takes part in. */
export async function openDocument(path: string): Promise<readonly string[]> {
  const response = await fetch(market.publicUrl + path, { headers: { 'user-agent': BROWSER } });
  const [, boot] = BOOT.exec(await response.text()) ?? [];
  return bootSchema.parse(JSON.parse(boot ?? '{}')).trials;
}

/**
 * Visitors who come, so many each second, each in a browser of their own that the shell has given its releases.
 * @returns how to end it; waits for those who are there
 */
export function startShoppers(
  path: string,
  perSecond: number,
  behave: (trials: readonly string[], index: number) => readonly ShopperEvent[],
): () => Promise<void> {
  const groups: Promise<void>[] = [];
  const visit = async () => {
    const documents = await Promise.all(Array.from({ length: perSecond }, () => openDocument(path)));
    await report(documents.flatMap((trials, index) => written(trials, behave(trials, index))));
  };
  const timer = setInterval(() => {
    const visited = visit();
    // What went wrong is told at the end.
    visited.catch(() => undefined);
    groups.push(visited);
  }, 1_000);
  return async () => {
    clearInterval(timer);
    await Promise.all(groups);
  };
}

/** What a new browser sends of it. */
function written(trials: readonly string[], events: readonly ShopperEvent[]) {
  const visitor = randomUUID();
  return events.map(({ event, mfe, properties }) => ({
    event,
    uuid: randomUUID(),
    timestamp: new Date().toISOString(),
    properties: { distinct_id: visitor, $session_id: visitor, $lib: 'web', mfe, trials, ...properties },
  }));
}

async function report(batch: readonly object[]): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { status } = await fetch(`${market.publicUrl}/ingest/batch/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': BROWSER },
      body: JSON.stringify({ api_key: 'phc_plaza_local', batch, sent_at: new Date().toISOString() }),
    });
    if (status === 200) return;
    if (status !== 503) throw new Error(`Capture answered ${status}.`);
  }
}
