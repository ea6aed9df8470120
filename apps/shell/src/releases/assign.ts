import type { TrialArm } from '@plaza/contracts';
import type { Registry, RegistryEntry } from '@plaza/contracts/registry';

/** What a visitor has drawn in a trial. */
export interface Pin {
  /** Of the canary, whichever of the two it is. */
  version: string;
  arm: TrialArm;
  /** Of a hundred visitors so many got the canary when it was drawn. */
  percent: number;
}
/** By frontend. */
export type Pins = ReadonlyMap<string, Pin>;

export interface Visitor {
  pins: Pins;
  /** Has never been here before. */
  isNew: boolean;
  /** A browser of the staff that has joined. */
  isInternal: boolean;
  /** Looked up only where it matters. */
  country: () => string | null;
}

export interface Assignment {
  /** By frontend, of those whose trial the visitor takes part in. */
  arms: ReadonlyMap<string, TrialArm>;
  /** What to remember: what was drawn, now or before, of the canaries that still run. */
  pins: Pins;
}

/**
 * Which release of each frontend a visitor gets while canaries run. Everybody draws once for each canary: who has it
 * keeps it until it ends, and who has not draws again only when more are to have it.
 * @param random from 0 up to 1; null where nobody joins now, and only what was drawn before counts
 */
export function assign({ remotes }: Registry, visitor: Visitor, random: (() => number) | null): Assignment {
  const arms = new Map<string, TrialArm>();
  const pins = new Map<string, Pin>();
  for (const [frontend, { canary }] of Object.entries(remotes)) {
    if (!canary) continue;
    if (canary.audience.kind === 'internal' && visitor.isInternal) {
      // Decided by the staff themselves, who may leave again: nothing is drawn.
      arms.set(frontend, 'canary');
      continue;
    }
    const known = visitor.pins.get(frontend);
    const pin = draw(canary, known?.version === canary.release.version ? known : null, visitor, random);
    if (!pin) continue;
    pins.set(frontend, pin);
    arms.set(frontend, pin.arm);
  }
  return { arms, pins };
}

function draw(
  canary: NonNullable<RegistryEntry['canary']>,
  pin: Pin | null,
  visitor: Visitor,
  random: (() => number) | null,
): Pin | null {
  if (pin?.arm === 'canary' || canary.isHeld || !random) return pin;
  const percent = percentFor(canary, pin !== null, visitor);
  const before = pin?.percent ?? 0;
  if (percent === null || (pin && percent <= before)) return pin;
  // Of those who did not get it so many get it now that `percent` of all have it.
  const isDrawn = random() * (100 - before) < percent - before;
  return { version: canary.release.version, arm: isDrawn ? 'canary' : 'stable', percent };
}

/** Of a hundred visitors like this one so many get the canary; null when it is not for them. */
function percentFor(
  { audience }: NonNullable<RegistryEntry['canary']>,
  hasDrawn: boolean,
  visitor: Visitor,
): number | null {
  switch (audience.kind) {
    case 'internal':
      return null;
    case 'share':
      return audience.percent;
    case 'countries': {
      const country = visitor.country();
      return country !== null && audience.countries.includes(country) ? audience.percent : null;
    }
    case 'newVisitors':
      return visitor.isNew || hasDrawn ? audience.percent : null;
  }
}
