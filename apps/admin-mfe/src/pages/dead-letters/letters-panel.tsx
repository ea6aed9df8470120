import type { DeadLetter, DeadLetterPage } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { EmptyState } from '@plaza/ui/states';
import clsx from 'clsx';
import { FigurePanel } from '../../figures/figure-panel.tsx';
import { KeysetPages } from '../../shared/keyset-pages.tsx';
import { formatMoment } from '../../shared/when.ts';
import type { deadLettersInput } from './load-dead-letters.ts';
import { deadLettersMessages as texts } from './messages.ts';

type Input = ReturnType<typeof deadLettersInput>;

export interface LettersPanelProps {
  page: DeadLetterPage | null;
  input: Input;
}

/** Letters of a reason or of all, newest first, each to look at. */
export function LettersPanel({ page, input }: LettersPanelProps) {
  const { cursor: _, ...filter } = input;
  return (
    <FigurePanel
      title={input.reason ? texts.lettersOf(texts.reasons[input.reason]) : texts.letters}
      data={page}
      aside={() => <StateChoice input={input} />}
    >
      {({ items, nextCursor }) => (
        <>
          <DataTable
            caption={texts.letters}
            columns={columnsFor(input)}
            rows={items}
            rowKey={({ id }) => id}
            empty={<EmptyState compact title={texts.noLettersTitle} text={texts.noLettersText} />}
          />
          <KeysetPages
            newerHref={input.cursor === undefined ? null : paths.adminDeadLetters(filter)}
            newerLabel={texts.first}
            olderHref={nextCursor === null ? null : paths.adminDeadLetters({ ...filter, cursor: nextCursor })}
          />
        </>
      )}
    </FigurePanel>
  );
}

const columnsFor = (input: Input): Column<DeadLetter>[] => [
  {
    id: 'detail',
    header: texts.detail,
    primary: true,
    className: 'wrap-anywhere sm:max-w-120',
    cell: ({ id, detail, reason }) => (
      <AppLink
        href={paths.adminDeadLetters({ ...input, letter: id })}
        keepScroll
        prefetch={false}
        aria-label={texts.open(detail || texts.reasons[reason])}
        className={linkClass}
      >
        {detail || texts.reasons[reason]}
      </AppLink>
    ),
  },
  { id: 'reason', header: texts.reason, cell: ({ reason }) => texts.reasons[reason] },
  {
    id: 'received',
    header: texts.received,
    className: 'whitespace-nowrap',
    cell: ({ receivedAt }) => <time dateTime={receivedAt}>{formatMoment(receivedAt)}</time>,
  },
];

function StateChoice({ input: { reason, state } }: { input: Input }) {
  return (
    <nav aria-label={texts.stateChoice}>
      <ul className="flex gap-4">
        {(['waiting', 'replayed'] as const).map((choice) => (
          <li key={choice}>
            <AppLink
              href={paths.adminDeadLetters({ reason, state: choice })}
              keepScroll
              prefetch={false}
              aria-current={choice === state ? 'page' : undefined}
              className={clsx(
                'text-sm underline-offset-4 hover:underline',
                choice === state ? 'font-semibold text-ink' : 'text-ink-muted',
              )}
            >
              {texts.states[choice]}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
