import clsx from 'clsx';
import CalendarDays from 'lucide-react/icons/calendar-days';
import { type FormEvent, useState } from 'react';
import { Button } from './button.tsx';
import { Flyout } from './flyout.tsx';
import type { LinkElement } from './link.tsx';
import * as messages from './messages.ts';
import { TextField } from './text-field.tsx';

export interface PeriodChoiceProps {
  /** What is chosen: "Period". */
  label: string;
  presets: readonly { label: string; href: string; isCurrent: boolean }[];
  /** The days that are shown, `2026-05-31`. */
  from: string;
  to: string;
  /** The last day that can be chosen. */
  today: string;
  /** The days for people: "May 1 – 31". */
  daysLabel: string;
  /** Address of the page, for browsers without scripts: asked for with `from` and `to`. */
  action: string;
  /** What else the page's address says. */
  otherParams?: Readonly<Record<string, string>> | undefined;
  /** @returns what is wrong with these days, as a line for people; nothing when they are shown now */
  onChoose: (typed: { from: string; to: string }) => string | undefined;
  linkAs?: LinkElement | undefined;
}

const choiceClass =
  'inline-flex min-h-9 w-full items-center justify-center gap-2 rounded-sm px-3 text-sm font-medium whitespace-nowrap no-underline transition-colors sm:px-4';
const chosenClass = (isChosen: boolean) =>
  isChosen ? 'bg-ink text-ink-inverse' : 'text-ink-muted hover:text-ink';

/** A few periods that have names, and any other by its days. */
export function PeriodChoice(props: PeriodChoiceProps) {
  const { label, presets, from, to, today, daysLabel, action, otherParams = {}, onChoose } = props;
  const { linkAs: Link = 'a' } = props;
  const [error, setError] = useState<string>();
  const isOwn = presets.every((preset) => !preset.isCurrent);
  const choose = (event: FormEvent<HTMLFormElement>, close: () => void) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const wrong = onChoose({ from: String(typed.get('from')), to: String(typed.get('to')) });
    setError(wrong);
    if (wrong === undefined) close();
  };
  return (
    <nav
      aria-label={label}
      className="flex flex-wrap rounded-md border border-line bg-surface p-1 max-sm:w-full"
    >
      <ul className="flex max-sm:grow">
        {presets.map((preset) => (
          <li key={preset.href} className="max-sm:grow">
            <Link
              href={preset.href}
              {...(preset.isCurrent ? { 'aria-current': 'page' as const } : {})}
              className={clsx(choiceClass, chosenClass(preset.isCurrent))}
            >
              {preset.label}
            </Link>
          </li>
        ))}
      </ul>
      <div className={clsx(isOwn && 'max-sm:basis-full')}>
        <Flyout
          trigger={
            <>
              <CalendarDays size={16} aria-hidden="true" />
              <span className={clsx(!isOwn && 'sr-only')}>{isOwn ? daysLabel : messages.periodOwn}</span>
            </>
          }
          triggerClassName={clsx(choiceClass, chosenClass(isOwn))}
          panelClassName="p-4!"
        >
          {(close) => (
            <form
              action={action}
              onSubmit={(event) => choose(event, close)}
              noValidate
              className="flex w-64 flex-col gap-4"
            >
              {Object.entries(otherParams).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <TextField
                key={`from ${from}`}
                type="date"
                name="from"
                label={messages.periodFrom}
                defaultValue={from}
                max={today}
              />
              <TextField
                key={`to ${to}`}
                type="date"
                name="to"
                label={messages.periodTo}
                error={error}
                defaultValue={to}
                max={today}
              />
              <Button type="submit">{messages.periodShow}</Button>
            </form>
          )}
        </Flyout>
      </div>
    </nav>
  );
}
