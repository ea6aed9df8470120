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
import { Button } from '@plaza/ui/button';
import { controlClass, FormError } from '@plaza/ui/field';
import clsx from 'clsx';
import { type FormEvent, useId, useState } from 'react';
import { dashboardMessages as texts } from './messages.ts';

export interface PeriodChoiceProps {
  period: Period;
  now: Date;
}

/** Periods by name, or any days: a form that works before scripts arrive, so that its address is what is shown. */
export function PeriodChoice({ period, now }: PeriodChoiceProps) {
  const days = countDays(period);
  return (
    <div className="flex flex-wrap items-start gap-3">
      <nav aria-label={texts.period}>
        <ul className="flex rounded-md border border-line bg-surface p-1">
          {PERIOD_PRESETS.map((preset) => {
            const isShown = preset === days && period.to === dayOf(now);
            return (
              <li key={preset}>
                <AppLink
                  href={paths.sellerDashboard(periodSearch(lastDays(preset, now), now))}
                  keepScroll
                  replace
                  aria-current={isShown ? 'page' : undefined}
                  className={clsx(
                    'inline-flex min-h-9 items-center rounded-sm px-4 text-sm font-medium whitespace-nowrap no-underline transition-colors max-sm:px-3',
                    isShown ? 'bg-ink text-ink-inverse' : 'text-ink-muted hover:text-ink',
                  )}
                >
                  {texts.days(preset)}
                </AppLink>
              </li>
            );
          })}
        </ul>
      </nav>
      {/* Begins anew with each period, so that it shows what is shown. */}
      <RangeForm key={`${period.from} ${period.to}`} period={period} now={now} />
    </div>
  );
}

function RangeForm({ period, now }: PeriodChoiceProps) {
  const { open } = useNavigation();
  const [isWrong, setIsWrong] = useState(false);
  const errorId = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = periodSchema.safeParse(Object.fromEntries(new FormData(event.currentTarget)));
    setIsWrong(!chosen.success);
    if (chosen.success)
      void open(paths.sellerDashboard(periodSearch(chosen.data, now)), { keepScroll: true, replace: true });
  };
  const field = (name: 'from' | 'to') => (
    <label className="flex items-center gap-2 text-sm text-ink-muted">
      <span className="max-sm:w-10">{texts[name]}</span>
      <input
        type="date"
        name={name}
        required
        defaultValue={period[name]}
        max={dayOf(now)}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? errorId : undefined}
        className={clsx(controlClass, 'h-11 max-w-42 text-sm!')}
      />
    </label>
  );
  return (
    <form action={paths.sellerDashboard()} onSubmit={submit} noValidate className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-3">
        {field('from')}
        {field('to')}
        <Button type="submit" variant="secondary">
          {texts.show}
        </Button>
      </div>
      {isWrong && <FormError id={errorId}>{texts.periodInvalid}</FormError>}
    </form>
  );
}
