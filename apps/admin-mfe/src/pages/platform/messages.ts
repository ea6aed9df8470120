import type { AudienceDimension } from '@plaza/contracts';

const dimensions: Record<AudienceDimension, string> = {
  channel: 'Channels',
  device: 'Devices',
  country: 'Countries',
};

/** Names of values; what is not here shows as it is. */
const values: Readonly<Record<string, string>> = {
  direct: 'Direct',
  search: 'Search engines',
  social: 'Social networks',
  email: 'E-mail',
  paid: 'Advertising',
  referral: 'Other sites',
  desktop: 'Desktop',
  mobile: 'Mobile',
  tablet: 'Tablet',
  server: 'Server',
};

/** Texts of the page with figures of the market. */
export const platformMessages = {
  title: 'Market',
  text: 'All sellers together. Money and orders are exact; visitors are those who agreed to be counted, without robots, right to about two percent.',
  figures: 'Sales',
  gmv: 'Goods sold',
  gmvHint: 'Gross merchandise value: paid for, without shipping, before refunds',
  orders: 'Orders',
  averageOrder: 'Goods per order',
  takeRate: 'Take rate',
  noTake: 'No commission is charged: sellers get all that buyers pay.',
  take: (amount: string) => `${amount} of what buyers paid stays with Plaza, by the ledger.`,
  refunded: 'Refunded',
  sellers: 'Sellers with a sale',
  gmvByDay: 'Goods sold by day',
  ordersByDay: 'Orders by day',
  search: 'Search',
  searchText:
    'The share that found nothing is of all searches. Opened counts searches by session and words in which a result was opened, to about one percent.',
  searches: 'Searches',
  emptyRate: 'Found nothing',
  clickRate: 'Opened a result',
  meanPosition: 'Mean position opened',
  emptyByDay: 'Share of searches that found nothing, by day',
  emptyQueries: 'What found nothing',
  query: 'Searched for',
  timesEmpty: 'Found nothing',
  noEmptyTitle: 'Every search found something',
  noEmptyText: 'Searches without a result appear here, the most frequent first.',
  cohorts: 'Buyers who come back',
  cohortsText:
    'By the month of the first order: how many bought again in the months after it. The last month of each line is not over yet. A guest is the same buyer as long as the browser keeps its cart.',
  cohortsTable: 'Share of buyers who bought again, by month',
  firstOrder: 'First order in',
  buyers: 'Buyers',
  monthLater: (months: number) => (months === 1 ? '1 month later' : `${months} months later`),
  boughtOf: (count: string, of: string) => `${count} of ${of} buyers`,
  monthSoFar: 'so far',
  noCohortsTitle: 'Nobody has bought yet',
  noCohortsText: 'Months with a first order appear here.',
  dimensions,
  values,
  unknown: 'Unknown',
  bought: (share: string) => `${share} of them bought`,
  audienceText: {
    channel: (count: string) => `Of ${count} visitors. Somebody who came in two ways counts for both.`,
    device: (count: string) => `Of ${count} visitors. Somebody with two devices counts for both.`,
    country: (count: string) => `Of ${count} visitors. Somebody in two countries counts for both.`,
  } satisfies Record<AudienceDimension, (count: string) => string>,
  noAudienceTitle: 'Nobody was counted in these days',
  noAudienceText: 'Visitors are counted once they agree.',
  audienceHead: ['Visitors', 'Buyers', 'Page views'],
  device: 'Device',
} as const;
