import { createTestClickHouse } from '@plaza/testing';
import { z } from 'zod';
import type { Services } from '../platform/services.ts';
import { carryOutErasures } from '../profile/erasure/carry-out-erasures.ts';
import { openPaymentMarket } from './payment-market.ts';
import { startTestBff } from './start-test-bff.ts';
import { startTestPipeline } from './start-test-pipeline.ts';

export const DAY_MS = 86_400_000;
export const GRACE_MS = 7 * DAY_MS + 1;

const countSchema = z.array(z.object({ count: z.int() }));

/** A served market with payments and with a pipeline, whose jobs run when they are told to. */
export async function openErasureMarket() {
  const [opened, clickhouse] = await Promise.all([openPaymentMarket(), createTestClickHouse()]);
  const { market, clock } = opened;
  const pipeline = await startTestPipeline({
    databaseUrl: opened.databaseUrl,
    clickhouse,
    internalToken: market.services.env.INTERNAL_TOKEN,
  });
  const services = { ...market.services, env: { ...market.services.env, PIPELINE_URL: pipeline.url } };
  const bff = await startTestBff(services);
  const { client } = services.database;

  /** The services as they are so much later, without the others' clocks moving. */
  const later = (ms: number, from: Services = services): Services => ({
    ...from,
    clock: { now: () => new Date(clock.now().getTime() + ms) },
  });
  /** The last mail leaves, or is given up. */
  const sendMails = () => client`update mail set status = 'sent', ended_at = now() where status = 'queued'`;
  return {
    ...opened,
    services,
    clickhouse,
    pipeline,
    bff,
    later,
    withoutPipeline: (): Services => ({
      ...services,
      env: { ...services.env, PIPELINE_URL: 'http://127.0.0.1:1' },
    }),
    sendMails,
    /** Carries out what was asked for, when its days are over. */
    runJobs: async () => {
      await carryOutErasures(later(GRACE_MS));
      await sendMails();
      await carryOutErasures(later(GRACE_MS + 3_600_000));
    },
    /** Tables of PostgreSQL in which some row holds one of these texts, in whatever column. */
    findInPostgres: async (needles: readonly string[]): Promise<string[]> => {
      const tables = await client`select tablename from pg_tables where schemaname = 'public'`;
      const found: string[] = [];
      for (const { tablename } of tables) {
        for (const needle of needles) {
          const rows = await client`
            select count(*)::int as count from ${client(tablename)} t where position(lower(${needle}) in lower(t::text)) > 0`;
          if (countSchema.parse([...rows])[0]?.count !== 0) found.push(`${tablename}: ${needle}`);
        }
      }
      return found;
    },
    close: async () => {
      await Promise.all([bff.close(), pipeline.close()]);
      await opened.close();
      await clickhouse.drop();
    },
  };
}
export type ErasureMarket = Awaited<ReturnType<typeof openErasureMarket>>;
