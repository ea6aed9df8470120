import type { Account } from '@plaza/contracts';
import type { Context, Session } from '../../platform/trpc.ts';

/** Somebody who is signed in and changes what their account is confirmed by. */
export type Asker = Context & { session: Session; account: Account };
