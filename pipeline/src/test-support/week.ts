/** The moment of tests of figures. */
export const now = new Date('2026-11-20T15:00:00Z');
export const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
/** The seven days up to today; what comes before them are seven days too. */
export const WEEK = 'from=2026-11-14&to=2026-11-20';
