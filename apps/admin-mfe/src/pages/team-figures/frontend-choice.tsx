import { type Period, periodSearch, type TeamUsage } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { formatCount } from '@plaza/ui/format';
import clsx from 'clsx';
import type { Counted } from './load-team-figures.ts';
import { teamFiguresMessages as texts } from './messages.ts';

export interface FrontendChoiceProps {
  frontend: string;
  counted: readonly Counted[];
  period: Period;
  today: string;
  usage: TeamUsage | null;
}

/** The frontends, each with how much it was used, and the way to its figures in the same period. */
export function FrontendChoice({ frontend, counted, period, today, usage }: FrontendChoiceProps) {
  const search = periodSearch(period, new Date(today));
  return (
    <nav aria-label={texts.frontend}>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
        {counted.map(({ name, title }) => {
          const views = usage && (usage.frontends.find((row) => row.frontend === name)?.pageViews ?? 0);
          return (
            <li key={name}>
              <AppLink
                href={paths.adminTeamFigures({ frontend: name, ...search })}
                keepScroll
                prefetch={false}
                aria-current={name === frontend ? 'page' : undefined}
                className={clsx(
                  'flex min-h-11 flex-col rounded-md border px-4 py-2.5 no-underline transition-colors',
                  name === frontend
                    ? 'border-accent bg-accent-soft'
                    : 'border-line bg-surface hover:border-line-strong',
                )}
              >
                <span className="font-medium text-ink">{title}</span>
                {views !== null && (
                  <span className="text-sm text-ink-muted tabular-nums">
                    {texts.views(formatCount(views))}
                  </span>
                )}
              </AppLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
