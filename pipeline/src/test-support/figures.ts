import { newId } from '@plaza/contracts';
import { createTestClickHouse, createTestDatabase } from '@plaza/testing';
import { Hono } from 'hono';
import type { z } from 'zod';
import { insertLetters, prepareLetters } from '../capture/letter-writer.ts';
import { dashboardsRoutes } from '../dashboards/dashboards.routes.ts';
import { platformRoutes } from '../dashboards/platform.routes.ts';
import { OutboxReader } from '../outbox/outbox-reader.ts';
import { processEvent } from '../steps/process-event.ts';
import { UNKNOWN_SENDER } from '../steps/read-sender.ts';
import { deliverAll, INTERNAL_TOKEN, openEventStore, openMarket, silent, writeFacts } from './stores.ts';

interface Reported {
  event: string;
  visitor: string;
  at: Date;
  /** When the request came; `now` when absent. */
  receivedAt?: Date;
  properties: object;
  isBot?: boolean;
  country?: string;
}

/** Both stores with the ways that facts and events take into them, and the dashboards as they are at `now`. */
export async function openFigures(now: Date) {
  const [market, events] = await Promise.all([
    createTestDatabase().then(openMarket),
    createTestClickHouse().then(openEventStore),
  ]);
  const { store } = events;
  const options = { store, sql: market.sql, internalToken: INTERNAL_TOKEN, now: () => now };
  const app = new Hono().route('/', dashboardsRoutes(options)).route('/', platformRoutes(options));
  const ask = async (path: string, token = INTERNAL_TOKEN) =>
    app.request(path, { headers: { authorization: `Bearer ${token}` } });
  return {
    ask,
    sql: market.sql,
    store,
    /** The answer of a route, as its schema has it. */
    async read<Answer>(schema: z.ZodType<Answer>, path: string): Promise<Answer> {
      const response = await ask(path);
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      return schema.parse(await response.json());
    },
    /** Brings facts through the outbox. */
    async sell(...facts: Parameters<typeof writeFacts>[1][number][]) {
      await writeFacts(market.sql, facts);
      await deliverAll(new OutboxReader({ sql: market.sql, store, log: silent }));
    },
    /** Brings events of browsers through the steps. */
    async report(...reported: readonly Reported[]) {
      const letters = reported.flatMap((one) => {
        const { event, visitor, at, receivedAt = now, properties, isBot = false, country = '' } = one;
        const raw = { event, uuid: newId(), distinct_id: visitor, timestamp: at.toISOString(), properties };
        const sender = { ...UNKNOWN_SENDER, isBot, country };
        const letter = processEvent(raw, { receivedAtMs: receivedAt.getTime(), sentAtMs: null, sender });
        return letter === null ? [] : [letter];
      });
      await insertLetters(store, await prepareLetters(store, letters));
    },
    close: () => Promise.all([market.close(), events.close()]),
  };
}
export type Figures = Awaited<ReturnType<typeof openFigures>>;
