const dateFormat = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'short',
  // As on every page: browsers differ in how they write AM and PM.
  hourCycle: 'h23',
  timeZone: 'UTC',
});

/** A moment for people, in UTC: the server and the browser must write the same. @param at ISO 8601 */
export const formatMoment = (at: string): string => `${dateFormat.format(new Date(at))} UTC`;
