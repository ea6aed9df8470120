import type { CanaryAudience, ROLLOUT_ACTIONS } from './release.ts';

/** What visitors get of one frontend, by version. */
export interface RolloutState {
  stable: string | null;
  /** What was stable before. */
  previous: string | null;
  canary: { version: string; audience: CanaryAudience; isHeld: boolean } | null;
  isOff: boolean;
}
export const NOTHING_RELEASED: RolloutState = { stable: null, previous: null, canary: null, isOff: false };

/**
 * Steps about a canary name it, so that one which has taken its place is left alone. `rollBack` names what shall go, and
 * `endCanary` is the one that never touches the stable release.
 */
export type RolloutStep =
  | { kind: 'activate' | 'promote' | 'hold' | 'resume' | 'rollBack' | 'endCanary'; version: string }
  | { kind: 'startCanary' | 'changeAudience'; version: string; audience: CanaryAudience }
  | { kind: 'switchOff' | 'switchOn' };
export type RolloutAction = Exclude<(typeof ROLLOUT_ACTIONS)[number], 'registered'>;
export type RolloutRefusal = 'no_canary' | 'nothing_before' | 'nothing_stable' | 'already_stable' | 'stale';

/** `action` is null when everything was so already. */
export type RolloutOutcome =
  | { ok: true; state: RolloutState; action: RolloutAction | null }
  | { ok: false; code: RolloutRefusal };

const refuse = (code: RolloutRefusal): RolloutOutcome => ({ ok: false, code });
const unchanged = (state: RolloutState): RolloutOutcome => ({ ok: true, state, action: null });

/** Puts a release in the place of the stable one, which becomes the one before; a canary ends. */
const succeed = (state: RolloutState, version: string, action: RolloutAction): RolloutOutcome => ({
  ok: true,
  action,
  state: {
    ...state,
    stable: version,
    previous: version === state.stable ? state.previous : state.stable,
    canary: null,
  },
});

/** Changes the canary that is meant, if it is still there. */
function withCanary(
  state: RolloutState,
  version: string,
  then: (canary: NonNullable<RolloutState['canary']>) => RolloutOutcome,
): RolloutOutcome {
  if (!state.canary) return refuse('no_canary');
  return state.canary.version === version ? then(state.canary) : refuse('stale');
}

const setHeld = (state: RolloutState, version: string, isHeld: boolean): RolloutOutcome =>
  withCanary(state, version, (canary) =>
    canary.isHeld === isHeld
      ? unchanged(state)
      : { ok: true, action: isHeld ? 'held' : 'resumed', state: { ...state, canary: { ...canary, isHeld } } },
  );

const setAudience = (state: RolloutState, version: string, audience: CanaryAudience): RolloutOutcome =>
  withCanary(state, version, (canary) =>
    isSameAudience(canary.audience, audience)
      ? unchanged(state)
      : { ok: true, action: 'audience_changed', state: { ...state, canary: { ...canary, audience } } },
  );

const setOff = (state: RolloutState, isOff: boolean): RolloutOutcome =>
  state.isOff === isOff
    ? unchanged(state)
    : { ok: true, action: isOff ? 'switched_off' : 'switched_on', state: { ...state, isOff } };

function startCanary(state: RolloutState, version: string, audience: CanaryAudience): RolloutOutcome {
  if (state.stable === null) return refuse('nothing_stable');
  if (state.stable === version) return refuse('already_stable');
  if (state.canary?.version === version) return setAudience(state, version, audience);
  return {
    ok: true,
    action: 'canary_started',
    state: { ...state, canary: { version, audience, isHeld: false } },
  };
}

const endCanary = (state: RolloutState, version: string): RolloutOutcome =>
  withCanary(state, version, () => ({ ok: true, action: 'rolled_back', state: { ...state, canary: null } }));

function rollBack(state: RolloutState, version: string): RolloutOutcome {
  if (state.canary?.version === version) return endCanary(state, version);
  if (state.stable !== version) return refuse('stale');
  // A canary goes, too: what it is compared with is gone.
  return state.previous === null ? refuse('nothing_before') : succeed(state, state.previous, 'rolled_back');
}

/**
 * The life of a rollout: what each step makes of it, or why it is refused. A step that is taken twice, or that somebody
 * else has made pointless, is refused or changes nothing.
 */
export function takeRolloutStep(state: RolloutState, step: RolloutStep): RolloutOutcome {
  switch (step.kind) {
    case 'activate':
      return state.stable === step.version && !state.canary
        ? refuse('already_stable')
        : succeed(state, step.version, 'activated');
    case 'startCanary':
      return startCanary(state, step.version, step.audience);
    case 'changeAudience':
      return setAudience(state, step.version, step.audience);
    case 'hold':
      return setHeld(state, step.version, true);
    case 'resume':
      return setHeld(state, step.version, false);
    case 'promote':
      return withCanary(state, step.version, () => succeed(state, step.version, 'promoted'));
    case 'rollBack':
      return rollBack(state, step.version);
    case 'endCanary':
      return endCanary(state, step.version);
    case 'switchOff':
      return setOff(state, true);
    case 'switchOn':
      return setOff(state, false);
  }
}

const isSameAudience = (a: CanaryAudience, b: CanaryAudience): boolean =>
  a.kind === b.kind && percentOf(a) === percentOf(b) && countriesOf(a) === countriesOf(b);
const percentOf = (audience: CanaryAudience) => ('percent' in audience ? audience.percent : 100);
const countriesOf = (audience: CanaryAudience) =>
  'countries' in audience ? audience.countries.toSorted().join() : '';
