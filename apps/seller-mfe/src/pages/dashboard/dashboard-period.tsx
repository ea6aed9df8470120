import {
  countDays,
  dayOf,
  lastDays,
  PERIOD_PRESETS,
  type Period,
  periodSchema,
  periodSearch,
} from '@plaza/contracts';
import { AppLink, paths, useNavigation } from '@plaza/navigation';
import { formatDays } from '@plaza/ui/days';
import { PeriodChoice } from '@plaza/ui/period-choice';
import { dashboardMessages as texts } from './messages.ts';

/** The period that the whole dashboard is about, kept in its address. */
export function DashboardPeriod({ period, now }: { period: Period; now: Date }) {
  const { open } = useNavigation();
  const choose = (typed: Period) => {
    const chosen = periodSchema.safeParse(typed);
    if (!chosen.success) return texts.periodInvalid;
    void open(paths.sellerDashboard(periodSearch(chosen.data, now)), { keepScroll: true, replace: true });
    return undefined;
  };
  return (
    <PeriodChoice
      label={texts.period}
      presets={PERIOD_PRESETS.map((days) => ({
        label: texts.days(days),
        href: paths.sellerDashboard(periodSearch(lastDays(days, now), now)),
        isCurrent: countDays(period) === days && period.to === dayOf(now),
      }))}
      {...period}
      today={dayOf(now)}
      daysLabel={formatDays(period)}
      action={paths.sellerDashboard()}
      onChoose={choose}
      linkAs={AppLink}
    />
  );
}
