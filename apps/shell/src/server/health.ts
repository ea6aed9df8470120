const HEALTH_TIMEOUT_MS = 2_000;

export interface HealthTarget {
  name: string;
  address: string;
}

export interface Health {
  status: 'ok' | 'unavailable';
  /** By process: its own answer, or why there is none. */
  parts: Record<string, unknown>;
}

/** Asks every process how it is; the shop is well when all of them are. */
export async function checkHealth(targets: readonly HealthTarget[]): Promise<Health> {
  const answers = await Promise.all(targets.map(ask));
  const isWell = answers.every(({ isWell }) => isWell);
  return {
    status: isWell ? 'ok' : 'unavailable',
    parts: Object.fromEntries(answers.map(({ name, answer }) => [name, answer])),
  };
}

async function ask({
  name,
  address,
}: HealthTarget): Promise<{ name: string; isWell: boolean; answer: unknown }> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) });
    const answer: unknown = await response.json().catch(() => ({ status: response.status }));
    return { name, isWell: response.ok, answer };
  } catch {
    return { name, isWell: false, answer: { status: 'unavailable' } };
  }
}
