import type { Account } from '@plaza/contracts';
import type { Manifest } from '@plaza/contracts/manifest';
import { type RegistryEntry, registrySchema } from '@plaza/contracts/registry';
import { createTestDatabase } from '@plaza/testing';
import { createReleaseClient, manifestOf, type ReleaseClient } from './release-market.ts';
import { startTestBff } from './start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from './test-market.ts';

/** A market whose BFF is asked by release commands and by an admin. */
export interface RolloutMarket {
  market: TestMarket;
  clock: TestClock;
  client: ReleaseClient;
  admin: Account;
  /** Frontends are never removed: each test has its own. */
  newFrontend(): string;
  /** Registers three builds, of which the first one is live. */
  goLive(): Promise<{ frontend: string } & Record<'one' | 'two' | 'three', Manifest>>;
  readEntry(frontend: string): Promise<RegistryEntry | undefined>;
  /** The versions that visitors get; undefined for a frontend that has none. */
  shapeOf(
    frontend: string,
  ): Promise<{ stable: string; previous: string | null; canary: string | null } | undefined>;
  close(): Promise<void>;
}

export async function openRolloutMarket(): Promise<RolloutMarket> {
  const database = await createTestDatabase();
  const clock = new TestClock();
  const market = await openTestMarket({ databaseUrl: database.url, clock });
  const bff = await startTestBff(market.services);
  const client = createReleaseClient(bff, market.services);
  let count = 0;
  const newFrontend = () => {
    count += 1;
    return `front-${count}`;
  };
  const readEntry = async (frontend: string) =>
    registrySchema.parse((await client.registry()).body).remotes[frontend];
  return {
    market,
    clock,
    client,
    admin: await market.addAccount('Ada', ['buyer', 'admin']),
    newFrontend,
    readEntry,
    async goLive() {
      const frontend = newFrontend();
      const build = (content: string) => manifestOf(frontend, content);
      const builds = { one: build('one'), two: build('two'), three: build('three') };
      for (const manifest of Object.values(builds)) await client.register(manifest);
      await client.activate(builds.one);
      return { frontend, ...builds };
    },
    async shapeOf(frontend) {
      const entry = await readEntry(frontend);
      return (
        entry && {
          stable: entry.stable.version,
          previous: entry.previous?.version ?? null,
          canary: entry.canary?.release.version ?? null,
        }
      );
    },
    async close() {
      await bff.close();
      await database.drop();
    },
  };
}

export const versionOf = ({ release }: { release: { version: string } }): string => release.version;
