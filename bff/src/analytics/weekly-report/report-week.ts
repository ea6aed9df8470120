import { dayOf, type Period, shiftDay } from '@plaza/contracts';

const HOUR_MS = 3_600_000;
/** When on Monday (UTC) reports begin to leave: the week is over everywhere that a seller counts its days in UTC. */
const FIRST_HOUR = 6;
/** A market that was down on Monday sends until here; after that the next week's report is nearer. */
const LAST_HOUR = 54;

/** The week whose report is to be sent now, Monday to Sunday (UTC); null when it is not the time. */
export function weekToReport(now: Date): Period | null {
  const daysSinceMonday = (now.getUTCDay() + 6) % 7;
  const monday = shiftDay(dayOf(now), -daysSinceMonday);
  const hours = (now.getTime() - Date.parse(monday)) / HOUR_MS;
  return hours >= FIRST_HOUR && hours < LAST_HOUR
    ? { from: shiftDay(monday, -7), to: shiftDay(monday, -1) }
    : null;
}
