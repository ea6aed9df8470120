import { accountStatusSchema, idSchema, roleSchema } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { type Denied, loadForStaff } from '../../shared/load-for-staff.ts';

const MAX_QUERY = 254;

/** The list as the address asks for it: `find`, `role`, `status`, and where the page begins. */
export function peopleInput(search: Readonly<Record<string, string>>) {
  const query = (search.find ?? '').trim().slice(0, MAX_QUERY);
  const role = roleSchema.safeParse(search.role);
  const status = accountStatusSchema.safeParse(search.status);
  const olderThan = idSchema.safeParse(search.olderThan);
  const newerThan = idSchema.safeParse(search.newerThan);
  return {
    ...(query !== '' && { query }),
    ...(role.success && { role: role.data }),
    ...(status.success && { status: status.data }),
    ...(olderThan.success && { olderThan: olderThan.data }),
    ...(newerThan.success && { newerThan: newerThan.data }),
  };
}

const fetchPeople = (api: LoaderInput['api'], search: LoaderInput['search']) =>
  api.people.list.query(peopleInput(search));

/** A page of accounts; or why there is nothing to see. */
export type PeopleData = { people: Awaited<ReturnType<typeof fetchPeople>> } | Denied;

export const loadPeople = ({ api, search }: LoaderInput): LoaderResult<PeopleData> =>
  loadForStaff(async () => ({ people: await fetchPeople(api, search) }));
