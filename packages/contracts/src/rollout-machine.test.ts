import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CanaryAudience } from './release.ts';
import { NOTHING_RELEASED, type RolloutState, type RolloutStep, takeRolloutStep } from './rollout-machine.ts';

const [ONE, TWO, THREE] = ['1111111111111111', '2222222222222222', '3333333333333333'] as const;
const TEN_PERCENT: CanaryAudience = { kind: 'share', percent: 10 };

const versions = fc.constantFrom(ONE, TWO, THREE);
const audiences: fc.Arbitrary<CanaryAudience> = fc.oneof(
  fc.record({ kind: fc.constant('share' as const), percent: fc.integer({ min: 1, max: 99 }) }),
  fc.constant({ kind: 'internal' as const }),
  fc.subarray(['DE', 'FR', 'GB'], { minLength: 1 }).map((countries) => ({
    kind: 'countries' as const,
    countries,
    percent: 50,
  })),
);
const steps: fc.Arbitrary<RolloutStep> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('activate' as const, 'promote' as const, 'hold' as const, 'resume' as const),
    version: versions,
  }),
  fc.record({ kind: fc.constantFrom('rollBack' as const, 'endCanary' as const), version: versions }),
  fc.record({
    kind: fc.constantFrom('startCanary' as const, 'changeAudience' as const),
    version: versions,
    audience: audiences,
  }),
  fc.record({ kind: fc.constantFrom('switchOff' as const, 'switchOn' as const) }),
);

/** What a rollout comes to by steps; those that are refused leave it. */
const after = (...taken: readonly RolloutStep[]): RolloutState =>
  taken.reduce((state, step) => {
    const outcome = takeRolloutStep(state, step);
    return outcome.ok ? outcome.state : state;
  }, NOTHING_RELEASED);

const isLegal = ({ stable, previous, canary }: RolloutState) =>
  (stable !== null || (canary === null && previous === null)) &&
  (stable === null || stable !== previous) &&
  canary?.version !== (stable ?? '');

const histories = fc.array(steps, { maxLength: 30 });

describe('any sequence of steps', () => {
  it('leaves a legal rollout: a canary has something else to be compared with, and so has a roll back', () => {
    fc.assert(fc.property(histories, (taken) => isLegal(after(...taken))));
  });

  it('changes nothing where it says so, and something where it names an action', () => {
    fc.assert(
      fc.property(histories, steps, (taken, step) => {
        const state = after(...taken);
        const outcome = takeRolloutStep(state, step);
        if (outcome.ok) expect(outcome.action === null).toBe(outcome.state === state);
      }),
    );
  });

  it('never takes a step twice: again it is refused or changes nothing', () => {
    fc.assert(
      fc.property(histories, steps, (taken, step) => {
        const again = takeRolloutStep(after(...taken, step), step);
        const before = takeRolloutStep(after(...taken), step);
        if (before.ok && again.ok) expect(again.action).toBeNull();
      }),
    );
  });

  it('is undone by a roll back of what it made stable', () => {
    fc.assert(
      fc.property(histories, versions, (taken, version) => {
        const before = after(...taken);
        const outcome = takeRolloutStep(before, { kind: 'activate', version });
        if (!outcome.ok || before.stable === null || before.stable === version) return;
        const undone = takeRolloutStep(outcome.state, { kind: 'rollBack', version });
        expect(undone).toMatchObject({ ok: true, state: { stable: before.stable, canary: null } });
      }),
    );
  });
});

describe('a roll back', () => {
  const live = after({ kind: 'activate', version: ONE }, { kind: 'activate', version: TWO });
  const trial = after(
    { kind: 'activate', version: ONE },
    { kind: 'activate', version: TWO },
    { kind: 'startCanary', version: THREE, audience: TEN_PERCENT },
  );
  it('of the canary ends it and leaves the rest', () => {
    expect(takeRolloutStep(trial, { kind: 'rollBack', version: THREE })).toEqual({
      ok: true,
      action: 'rolled_back',
      state: live,
    });
  });
  it('of the stable release brings the one before, and ends a canary', () => {
    for (const state of [live, trial])
      expect(takeRolloutStep(state, { kind: 'rollBack', version: TWO })).toMatchObject({
        ok: true,
        state: { stable: ONE, previous: TWO, canary: null },
      });
  });
  it('by the guard ends a canary and leaves one that was promoted meanwhile', () => {
    const step = { kind: 'endCanary', version: THREE } as const;
    expect(takeRolloutStep(trial, step)).toMatchObject({ ok: true, state: live });
    const promoted = after({ kind: 'activate', version: ONE }, { kind: 'activate', version: THREE });
    expect(takeRolloutStep(promoted, step)).toEqual({ ok: false, code: 'no_canary' });
  });
  it('of something else, or with nothing before, is refused', () => {
    expect(takeRolloutStep(live, { kind: 'rollBack', version: THREE })).toEqual({ ok: false, code: 'stale' });
    expect(
      takeRolloutStep(after({ kind: 'activate', version: ONE }), { kind: 'rollBack', version: ONE }),
    ).toEqual({
      ok: false,
      code: 'nothing_before',
    });
  });
});

describe('a canary', () => {
  it('needs a stable release that is not itself', () => {
    const step = { kind: 'startCanary', version: ONE, audience: TEN_PERCENT } as const;
    expect(takeRolloutStep(NOTHING_RELEASED, step)).toEqual({ ok: false, code: 'nothing_stable' });
    expect(takeRolloutStep(after({ kind: 'activate', version: ONE }), step)).toEqual({
      ok: false,
      code: 'already_stable',
    });
  });
  it('that is started again with other visitors changes its audience, and stays held', () => {
    const state = after(
      { kind: 'activate', version: ONE },
      { kind: 'startCanary', version: TWO, audience: TEN_PERCENT },
      { kind: 'hold', version: TWO },
    );
    const audience: CanaryAudience = { kind: 'share', percent: 50 };
    expect(takeRolloutStep(state, { kind: 'startCanary', version: TWO, audience })).toMatchObject({
      ok: true,
      action: 'audience_changed',
      state: { canary: { version: TWO, audience, isHeld: true } },
    });
  });
  it('which has taken the place of the one that is meant is left alone', () => {
    const state = after(
      { kind: 'activate', version: ONE },
      { kind: 'startCanary', version: THREE, audience: TEN_PERCENT },
    );
    for (const kind of ['promote', 'hold', 'resume', 'rollBack'] as const)
      expect(takeRolloutStep(state, { kind, version: TWO })).toEqual({ ok: false, code: 'stale' });
  });
});
