import {
  countDays,
  lastDays,
  PERIOD_PRESETS,
  type Period,
  periodSchema,
  periodSearch,
} from '@plaza/contracts';
import { AppLink, useNavigation } from '@plaza/navigation';
import { formatDays } from '@plaza/ui/days';
import { PeriodChoice } from '@plaza/ui/period-choice';
import { figureMessages as texts } from './messages.ts';

export interface PeriodBarProps {
  period: Period;
  /** `2026-05-31`. */
  today: string;
  /** The page's address with these parameters. */
  hrefFor: (search: Record<string, string | number>) => string;
  /** What the address says beside the period. */
  otherParams?: Readonly<Record<string, string>>;
}

/** The period that all figures of a page are about, kept in its address. */
export function PeriodBar({ period, today, hrefFor, otherParams = {} }: PeriodBarProps) {
  const { open } = useNavigation();
  const now = new Date(today);
  const choose = (typed: Period) => {
    const chosen = periodSchema.safeParse(typed);
    if (!chosen.success) return texts.periodInvalid;
    void open(hrefFor({ ...otherParams, ...periodSearch(chosen.data, now) }), { keepScroll: true });
    return undefined;
  };
  return (
    <PeriodChoice
      label={texts.period}
      presets={PERIOD_PRESETS.map((days) => ({
        label: texts.days(days),
        href: hrefFor({ ...otherParams, days }),
        isCurrent: countDays(period) === days && period.to === lastDays(days, now).to,
      }))}
      {...period}
      today={today}
      daysLabel={formatDays(period)}
      action={hrefFor({})}
      otherParams={otherParams}
      onChoose={choose}
      linkAs={AppLink}
    />
  );
}
