import type { RolloutChange, Vital, VitalBand } from '@plaza/contracts';
import { messages } from '../messages.ts';

const vitals: Record<Vital, { name: string; text: string }> = {
  LCP: { name: 'Largest contentful paint', text: 'Until the largest thing on the screen is there' },
  INP: { name: 'Interaction to next paint', text: 'Until the page answers a press' },
  CLS: { name: 'Cumulative layout shift', text: 'How much things move after they are drawn' },
  FCP: { name: 'First contentful paint', text: 'Until there is anything on the screen' },
};

const bands: Record<VitalBand, string> = { good: 'Good', needs_work: 'Needs work', poor: 'Poor' };

const actions: Record<RolloutChange['action'], string> = {
  registered: 'Released',
  activated: 'Made stable',
  canary_started: 'Canary started',
  audience_changed: 'Other visitors for the canary',
  held: 'Canary held',
  resumed: 'Canary resumed',
  promoted: 'Canary promoted',
  rolled_back: 'Rolled back',
  switched_off: 'Switched off',
  switched_on: 'Switched on',
};

const who = (by: RolloutChange['by']) => by ?? messages.audit.goneAccount;

/** Texts that the pages with figures share. */
export const figureMessages = {
  period: 'Period',
  periodInvalid: 'Choose at most 400 days, the first one before the last.',
  days: (count: number) => `${count} days`,
  utc: 'Days begin at midnight UTC.',
  against: 'vs period before',
  before: 'Period before',
  today: 'Today, not over yet',
  soFar: 'so far',
  noData: 'Nothing counted yet',
  none: '–',
  missing: 'These figures could not be read just now.',
  loadingCharts: 'Charts are loading',
  inAll: (value: string) => `${value} in all.`,
  todaySoFar: (value: string) => `Today so far ${value}.`,
  highest: (label: string, value: string) => `Highest on ${label} with ${value}.`,
  rollout: {
    actions,
    action: 'What',
    version: 'Version',
    by: 'Who',
    who,
    reason: 'Why',
    at: 'When',
    marked: (action: RolloutChange['action'], others: number) =>
      others === 0 ? actions[action] : `${actions[action]} +${others}`,
    note: ({ action, version, by, reason }: RolloutChange) =>
      `${actions[action]}${version === null ? '' : ` ${version}`} by ${who(by)}: ${reason}`,
    more: (count: number) => `And ${count} more`,
    /** For people who do not see the lines. */
    days: (days: string) => `What visitors get was changed on ${days}.`,
  },
  vitals: {
    names: vitals,
    bands,
    title: 'Web vitals',
    text: 'What three pages of four stay below, of pages whose visitors agreed to be counted. Rounded up to a step of a few percent.',
    byDay: (vital: Vital) => `${vital} by day`,
    p75: 'p75',
    samples: (count: string) => `${count} pages`,
    shares: (good: string, middle: string, poor: string) => `${good} good, ${middle} need work, ${poor} poor`,
    noneTitle: 'No page was measured in these days',
    noneText: 'Vitals are sent when a visitor who agreed leaves a page.',
    milliseconds: (value: string) => `${value}\u00a0ms`,
    seconds: (value: string) => `${value}\u00a0s`,
    table: (part: string) => `Web vitals by ${part}`,
    csvHead: ['Vital', 'p75', 'Pages', 'Good', 'Poor'],
  },
} as const;
