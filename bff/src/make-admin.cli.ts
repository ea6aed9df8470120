import { emailSchema } from '@plaza/contracts';
import { appendAudit } from './audit/public.ts';
import { findAccountByEmail } from './identity/public.ts';
import { systemClock } from './platform/clock.ts';
import { openDatabase } from './platform/db.ts';
import { readSealingEnv } from './platform/env.ts';
import { createSealing } from './platform/sealing.ts';

/**
 * `npm run make-admin -- <e-mail>`: makes an account that has registered one of Plaza's admins. For the first one of a new
 * market; the others are made in the administration.
 */
async function main(): Promise<number> {
  const email = emailSchema.safeParse(process.argv[2]);
  if (!email.success) {
    console.error('Say whose account: npm run make-admin -- name@example.com');
    return 1;
  }
  const env = readSealingEnv();
  const database = openDatabase(env.DATABASE_URL, { maxConnections: 1 });
  try {
    const account = await findAccountByEmail(database.client, createSealing(env), email.data);
    if (account?.status !== 'active' || account.emailVerifiedAt === null) {
      console.error(
        'There is no active account with this address, or it is not verified yet. Register first.',
      );
      return 1;
    }
    await database.client.begin(async (tx) => {
      await tx`
        update account set roles = (select array_agg(distinct role) from unnest(roles || '{admin}'::text[]) as role)
        where id = ${account.id}`;
      // With other rights somebody signs in anew.
      await tx`delete from session where account_id = ${account.id}`;
      await appendAudit(tx, {
        actor: { kind: 'system', accountId: null },
        action: 'account.roles_changed',
        subject: { kind: 'account', id: account.id },
        details: { staffRoles: ['admin'] },
        at: systemClock.now(),
      });
    });
    console.log('Done. Sign in again to find the administration in the account menu.');
    return 0;
  } finally {
    await database.close();
  }
}

process.exit(await main());
