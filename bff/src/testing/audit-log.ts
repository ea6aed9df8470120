import { fileURLToPath } from 'node:url';
import { newId } from '@plaza/contracts';
import { createTestDatabase } from '@plaza/testing';
import { type AuditInput, appendAudit } from '../audit/append-audit.ts';
import { openDatabase } from '../platform/db.ts';
import { migrateDatabase } from '../platform/migrate-database.ts';
import type { Query } from '../platform/query.ts';

export class RolledBack extends Error {}

/** A migrated database and its log. */
export async function openAuditLog() {
  const testDatabase = await createTestDatabase();
  await migrateDatabase(testDatabase.url, fileURLToPath(new URL('../../migrations', import.meta.url)));
  const database = openDatabase(testDatabase.url);
  return {
    database,
    /** Runs on a log of its own: an empty one, of which nothing stays. Its rows can be changed, as by a thief of the server. */
    onEmptyLog: async (work: (query: Query) => Promise<void>): Promise<void> => {
      const run = database.client.begin(async (query) => {
        await query`alter table audit_entry disable trigger audit_entry_append_only`;
        await query`delete from audit_entry`;
        await work(query);
        throw new RolledBack();
      });
      await run.catch((error: unknown) => {
        if (!(error instanceof RolledBack)) throw error;
      });
    },
    close: async () => {
      await database.close();
      await testDatabase.drop();
    },
  };
}
export type AuditLog = Awaited<ReturnType<typeof openAuditLog>>;

export const passwordChanged = (accountId: string): AuditInput => ({
  actor: { kind: 'account', accountId },
  action: 'account.password_changed',
  subject: { kind: 'account', id: accountId },
  details: { ended: 3, 'é"\n': ['x', null, true, { b: 1, a: -2 }] },
  at: new Date(),
});

export const suspended = (adminId: string, accountId: string): AuditInput => ({
  actor: { kind: 'admin', accountId: adminId },
  action: 'account.suspended',
  subject: { kind: 'account', id: accountId },
  reason: 'Sold what they did not have — “twice”.',
  at: new Date(),
});

/** Appends so many entries of people and of admins in turn. */
export async function fill(query: Query, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1)
    await appendAudit(query, index % 2 === 0 ? passwordChanged(newId()) : suspended(newId(), newId()));
}
