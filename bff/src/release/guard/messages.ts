import { type GuardFinding, type GuardMetric, VITAL_LIMITS } from '@plaza/contracts';

const count = new Intl.NumberFormat('en-US');
const share = new Intl.NumberFormat('en-US', { style: 'percent', maximumSignificantDigits: 2 });

const seconds = (ms: number) => `${ms / 1_000} s`;
const WORDS: Readonly<Record<GuardMetric, { of: string; bad: string }>> = {
  failures: { of: 'page views', bad: 'ended in an error' },
  LCP: { of: 'first pages', bad: `took more than ${seconds(VITAL_LIMITS.LCP.poor)} to show (LCP)` },
  INP: { of: 'first pages', bad: `took more than ${seconds(VITAL_LIMITS.INP.poor)} to answer (INP)` },
  CLS: { of: 'first pages', bad: `moved about while they were read (CLS above ${VITAL_LIMITS.CLS.poor})` },
  add_to_cart: { of: 'visitors who saw a product', bad: 'put nothing into the cart' },
  checkout: { of: 'visitors who had put something into the cart', bad: 'did not begin to check out' },
  order: { of: 'visitors who had begun to check out', bad: 'did not order' },
};

export const messages = {
  finding: ({ metric, canary, stable }: GuardFinding) => {
    const { of, bad } = WORDS[metric];
    const part = (arm: GuardFinding['canary']) =>
      `${count.format(arm.bad)} (${share.format(arm.bad / arm.total)})`;
    return `Of ${count.format(canary.total)} ${of} with the new version ${part(canary)} ${bad}, of ${count.format(stable.total)} without it ${part(stable)}.`;
  },
  mail: {
    subject: (frontend: string) => `${frontend}: the canary was taken back`,
    preview: (frontend: string) => `Everybody has the stable version of ${frontend} again.`,
    heading: 'A canary was taken back',
    intro: (frontend: string, version: string, at: string) =>
      `The guard has ended the canary ${version} of ${frontend} on ${at}. Everybody has the stable version again.`,
    button: 'See its releases',
    reason: 'You get this mail because you work on this frontend.',
  },
};
