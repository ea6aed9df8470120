import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { fetchAudit } from '../../shared/fetch-audit.ts';
import { type Denied, loadForStaff, loadIfAllowed } from '../../shared/load-for-staff.ts';

const LATEST = 20;

async function fetchPerson(api: LoaderInput['api'], accountId: string) {
  const [person, log] = await Promise.all([
    api.people.get.query({ accountId }),
    loadIfAllowed(() => fetchAudit(api, { subjectId: accountId, pageSize: LATEST })),
  ]);
  return { person, log };
}

/** One account, with its entries of the audit log where the role may read it; or why there is nothing to see. */
export type PersonData = Awaited<ReturnType<typeof fetchPerson>> | Denied;

export const loadPerson = ({ api, params }: LoaderInput): LoaderResult<PersonData> =>
  loadForStaff(() => fetchPerson(api, params.accountId ?? ''));
