import type { Account, ActivityCursor, ActivityEntry, ActivityPage, activityInput } from '@plaza/contracts';
import type { z } from 'zod';
import { listSignIns } from '../identity/watch/public.ts';
import type { Services } from '../platform/services.ts';
import { readChanges } from './activity.repository.ts';

const START: ActivityCursor = { seq: null, signIn: null };

/**
 * A page of what happened to an account, what its owner did, and who tried to sign in to it, newest first. Staff are not
 * named. The two lists are each read along their own order, and put together by time.
 */
export async function listActivity(
  { database: { client } }: Pick<Services, 'database'>,
  { id: accountId }: Account,
  { cursor = START, pageSize }: z.output<typeof activityInput>,
): Promise<ActivityPage> {
  const limit = pageSize + 1;
  const [changes, signIns] = await Promise.all([
    readChanges(client, { accountId, beforeSeq: cursor.seq, limit }),
    listSignIns(client, { accountId, before: cursor.signIn ?? undefined, limit }),
  ]);
  const items: ActivityEntry[] = [];
  let [changeCount, signInCount] = [0, 0];
  while (items.length < pageSize) {
    const [change, signIn] = [changes[changeCount], signIns[signInCount]];
    if (change && (!signIn || change.at >= signIn.at)) {
      items.push({ kind: 'change', ...change });
      changeCount += 1;
    } else if (signIn) {
      items.push({ kind: 'sign_in', ...signIn });
      signInCount += 1;
    } else break;
  }
  if (items.length === changes.length + signIns.length) return { items, nextCursor: null };
  const lastSignIn = signIns[signInCount - 1];
  return {
    items,
    nextCursor: {
      seq: changes[changeCount - 1]?.seq ?? cursor.seq,
      signIn: lastSignIn ? { at: lastSignIn.at, id: lastSignIn.id } : cursor.signIn,
    },
  };
}
