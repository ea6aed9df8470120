import { emailSchema, type listPeopleInput, type personListResult } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { EMAIL_CONTEXT } from '../account-record.ts';
import { findPeople } from './people.repository.ts';
import { toPersonSummary } from './to-person.ts';

/**
 * A page of accounts, newest first. Addresses are sealed, so that only a whole one is found; anything else is taken for
 * the beginning of a name.
 */
export async function listPeople(
  { database, sealing }: Services,
  { query, role, status, olderThan, newerThan, pageSize }: z.output<typeof listPeopleInput>,
): Promise<z.output<typeof personListResult>> {
  const email = emailSchema.safeParse(query);
  // One more than is shown tells whether there is a page beyond.
  const found = await findPeople(database.client, {
    emailIndex: email.success ? sealing.blindIndex(email.data, EMAIL_CONTEXT) : null,
    namePrefix: email.success ? null : query || null,
    role,
    status,
    olderThan: newerThan === undefined ? olderThan : undefined,
    newerThan,
    limit: pageSize + 1,
  });
  const isMore = found.length > pageSize;
  const page = found.slice(0, pageSize);
  const shown = newerThan === undefined ? page : page.reverse();
  const hasNewer = newerThan === undefined ? olderThan !== undefined : isMore;
  const hasOlder = newerThan === undefined ? isMore : true;
  return {
    items: shown.map((record) => toPersonSummary(record, sealing)),
    newerThan: (hasNewer && shown[0]?.id) || null,
    olderThan: (hasOlder && shown.at(-1)?.id) || null,
  };
}
