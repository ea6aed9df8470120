import type { Vital, VitalBand } from '@plaza/contracts';

const vitals: Record<Vital, { name: string; text: string }> = {
  LCP: { name: 'Largest contentful paint', text: 'Until the largest thing on the screen is there' },
  INP: { name: 'Interaction to next paint', text: 'Until the page answers a press' },
  CLS: { name: 'Cumulative layout shift', text: 'How much things move after they are drawn' },
  FCP: { name: 'First contentful paint', text: 'Until there is anything on the screen' },
};

const bands: Record<VitalBand, string> = { good: 'Good', needs_work: 'Needs work', poor: 'Poor' };

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
