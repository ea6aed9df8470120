import { dashboardDaysSchema } from '@plaza/contracts';
import type { z } from 'zod';

export type DashboardDays = z.infer<typeof dashboardDaysSchema>;
export const DASHBOARD_DAYS: readonly DashboardDays[] = [7, 30, 90];

/** The period that the address asks for; 30 days for anything else. */
export function daysOf(search: Readonly<Record<string, string>>): DashboardDays {
  const days = dashboardDaysSchema.safeParse(Number(search.days));
  return days.success ? days.data : 30;
}

/** The next longer period, whose days hold the whole period before; null for the longest. */
export const longerPeriod = (days: DashboardDays): DashboardDays | null =>
  days === 7 ? 30 : days === 30 ? 90 : null;
