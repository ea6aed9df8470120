import type { Account, Person } from '@plaza/contracts';
import type { Services } from '../../platform/services.ts';
import { notFound } from '../../platform/trpc.ts';
import { findAccount } from '../account.repository.ts';
import { describeDevice } from '../describe-device.ts';
import { listSessionsOf } from '../session.repository.ts';
import { countAdmins } from './people.repository.ts';
import { listChanges } from './person-rules.ts';
import { toPersonSummary } from './to-person.ts';

/** Everything that staff see of one account. @throws NOT_FOUND */
export async function getPerson(
  { database: { client }, sealing, clock }: Services,
  actor: Account,
  accountId: string,
): Promise<Person> {
  const [record, sessions, adminCount] = await Promise.all([
    findAccount(client, accountId),
    listSessionsOf(client, accountId, clock.now()),
    countAdmins(client),
  ]);
  if (!record) throw notFound('account');
  return {
    ...toPersonSummary(record, sealing),
    sessions: sessions.map(({ userAgent, place, session }) => ({
      id: session.publicId,
      device: describeDevice(userAgent),
      place,
      methods: session.methods,
      startedAt: session.startedAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
    })),
    changes: listChanges({ actor, person: record, adminCount }),
  };
}
