import type { Fault, Part } from './plan-faults.ts';
import type { ChaosMarket } from './start-market.ts';

/** What was done to the market. */
export interface Harm {
  kills: Partial<Record<Part, number>>;
  /** Disturbed connections and filled stores, by what was done to them. */
  disturbances: Record<string, number>;
}

/**
 * Does what the plan says, when it says so, and heals everything in the end.
 * @param say is told of every fault as it begins
 */
export async function inflictFaults(
  market: ChaosMarket,
  faults: readonly Fault[],
  say: (text: string) => void,
): Promise<Harm> {
  const harm: Harm = { kills: {}, disturbances: {} };
  const startedAt = performance.now();
  const until = (atMs: number) =>
    new Promise((resolve) => setTimeout(resolve, Math.max(0, startedAt + atMs - performance.now())));
  await Promise.all(
    faults.map(async (fault) => {
      await until(fault.atMs);
      if (fault.kind === 'kill') {
        if (!kill(market, fault.part)) return;
        say(`kill -9 ${fault.part}`);
        harm.kills[fault.part] = (harm.kills[fault.part] ?? 0) + 1;
        return;
      }
      const name = fault.kind === 'full' ? `${fault.store} full` : fault.weather;
      harm.disturbances[name] = (harm.disturbances[name] ?? 0) + 1;
      const seconds = ((fault.endsAtMs - fault.atMs) / 1_000).toFixed(1);
      say(fault.kind === 'full' ? `${name} for ${seconds} s` : `${fault.link} ${name} for ${seconds} s`);
      if (fault.kind === 'weather') {
        market.proxyOf(fault.link).setWeather(fault.weather);
        await until(fault.endsAtMs);
        market.proxyOf(fault.link).setWeather('clear');
      } else {
        // What is filled may be dead at this moment: then it is not filled, or empty by its restart.
        await market.fill(fault.store).catch(() => {});
        await until(fault.endsAtMs);
        await market.relieve(fault.store).catch(() => {});
      }
    }),
  );
  await heal(market);
  return harm;
}

/** @returns false when the part was down already */
export function kill(market: ChaosMarket, part: Part): boolean {
  const pid = market.pidOf(part);
  if (pid === undefined) return false;
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

async function heal(market: ChaosMarket): Promise<void> {
  for (const link of market.links) market.proxyOf(link).setWeather('clear');
  for (const store of market.stores) await market.relieve(store).catch(() => {});
}
