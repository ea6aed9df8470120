import type { PersonSummary } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { messages } from '../../messages.ts';
import { AccountStatus } from '../../shared/account-status.tsx';
import { formatMoment } from '../../shared/when.ts';

const texts = messages.people;

const columns: Column<PersonSummary>[] = [
  {
    id: 'name',
    header: texts.name,
    primary: true,
    className: 'wrap-anywhere sm:max-w-60',
    cell: ({ id, displayName, seller }) => (
      <span className="min-w-0 text-start">
        <AppLink
          href={paths.adminPerson(id)}
          className="font-medium text-accent underline-offset-4 hover:underline"
        >
          {displayName}
        </AppLink>
        {seller && <span className="block text-sm font-normal text-ink-muted">{seller.name}</span>}
      </span>
    ),
  },
  {
    id: 'email',
    header: texts.email,
    className: 'wrap-anywhere sm:max-w-72',
    cell: ({ email, isEmailVerified }) => (
      <>
        {email ?? texts.noEmail}
        {email && !isEmailVerified && <span className="block text-ink-muted">{texts.unverified}</span>}
      </>
    ),
  },
  {
    id: 'roles',
    header: texts.roles,
    cell: ({ roles }) => roles.map((role) => messages.roles[role]).join(', '),
  },
  { id: 'status', header: texts.status, cell: ({ status }) => <AccountStatus status={status} /> },
  {
    id: 'registered',
    header: texts.registered,
    className: 'whitespace-nowrap',
    cell: ({ createdAt }) => formatMoment(createdAt),
  },
];

/** A page of accounts, each a way to its own page. */
export function PeopleTable({ people }: { people: readonly PersonSummary[] }) {
  return <DataTable caption={texts.title} columns={columns} rows={people} rowKey={({ id }) => id} />;
}
