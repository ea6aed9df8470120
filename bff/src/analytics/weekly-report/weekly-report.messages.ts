const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

/** Every text of the weekly report. */
export const messages = {
  subject: (sellerName: string, revenue: string) => `${sellerName}: ${revenue} last week`,
  preview: (orders: string, visitors: string) => `${orders} orders, ${visitors} visitors.`,
  heading: (sellerName: string) => `Your week at ${sellerName}`,
  intro: (from: string, to: string) =>
    `${from} to ${to} (UTC), beside the week before. Revenue is what was paid, less what was refunded.`,
  revenue: 'Revenue',
  orders: 'Orders',
  units: 'Units sold',
  visitors: 'Visitors',
  change: (change: string) => `${change} on the week before`,
  same: 'As the week before',
  noneBefore: 'None the week before',
  byDay: 'Revenue by day',
  topProducts: 'What sold best',
  topNote: 'By what it brought, without shipping',
  unitsSold: (count: number) => (count === 1 ? '1 sold' : `${count.toLocaleString('en-US')} sold`),
  lowStock: (names: readonly string[], more: number) =>
    `To order again: ${names.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
  daysLeft: (title: string, count: number) =>
    count === 0 ? `${title} (less than a day left)` : `${title} (about ${days(count)} left)`,
  soldOut: (title: string) => `${title} (sold out)`,
  noSales: 'Nothing was sold last week. The dashboard shows who looked, and where they came from.',
  open: 'Open the dashboard',
  stop: 'Stop these reports',
  reason: (sellerName: string) =>
    `You get this on Mondays because you may see the figures of ${sellerName}. The link above, or the switch on the dashboard, ends it.`,
} as const;
