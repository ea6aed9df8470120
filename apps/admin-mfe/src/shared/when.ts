// The server and the browser must write the same: as on every page, browsers differ in how they write AM and PM.
const inUtc = { hourCycle: 'h23', timeZone: 'UTC' } as const;
const momentFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', ...inUtc });
const dateFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', ...inUtc });
const timeFormat = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', ...inUtc });

/** A moment for people, in UTC: `Nov 21, 2026, 18:21 UTC`. @param at ISO 8601 */
export const formatMoment = (at: string): string => `${momentFormat.format(new Date(at))} UTC`;
/** Its day alone: `Nov 21, 2026 UTC`. */
export const formatDate = (at: string): string => `${dateFormat.format(new Date(at))} UTC`;
/** Its time alone: `18:21`. */
export const formatTime = (at: string): string => timeFormat.format(new Date(at));
