import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { EmptyState } from '@plaza/ui/states';
import UsersRound from 'lucide-react/icons/users-round';
import { messages } from '../../messages.ts';
import { AdminFrame, NothingToSee } from '../../shared/admin-frame.tsx';
import { KeysetPages } from '../../shared/keyset-pages.tsx';
import { type PeopleData, peopleInput } from './load-people.ts';
import { PeopleFilter } from './people-filter.tsx';
import { PeopleTable } from './people-table.tsx';

const texts = messages.people;

/** Everybody who has an account, to find and to open. */
export function PeoplePage({ data, search }: PageProps<PeopleData>) {
  if (typeof data === 'string') return <NothingToSee why={data} returnTo={paths.adminPeople()} />;
  const { items, newerThan, olderThan } = data.people;
  const { query, role, status } = peopleInput(search);
  const filter = { find: query, role, status };
  const isFiltered = query !== undefined || role !== undefined || status !== undefined;
  return (
    <AdminFrame section="people" title={texts.title}>
      <PeopleFilter key={`${query}|${role}|${status}`} query={query ?? ''} role={role} status={status} />
      {items.length === 0 ? (
        <EmptyState
          title={isFiltered ? texts.noneTitle : texts.emptyTitle}
          text={isFiltered ? texts.noneText : texts.emptyText}
          icon={<UsersRound size={28} />}
          actions={
            isFiltered && (
              <AppLink href={paths.adminPeople()} className={buttonClass({ variant: 'secondary' })}>
                {texts.clear}
              </AppLink>
            )
          }
        />
      ) : (
        <PeopleTable people={items} />
      )}
      <KeysetPages
        newerHref={newerThan && paths.adminPeople({ ...filter, newerThan })}
        olderHref={olderThan && paths.adminPeople({ ...filter, olderThan })}
      />
    </AdminFrame>
  );
}
