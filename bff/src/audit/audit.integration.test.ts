import { fileURLToPath } from 'node:url';
import { newId } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../platform/db.ts';
import { migrateDatabase } from '../platform/migrate-database.ts';
import type { Query } from '../platform/query.ts';
import { type AuditInput, appendAudit } from './append-audit.ts';
import { listAudit } from './list-audit.ts';
import { verifyAudit } from './verify-audit.ts';

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  await migrateDatabase(testDatabase.url, fileURLToPath(new URL('../../migrations', import.meta.url)));
  database = openDatabase(testDatabase.url);
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

class RolledBack extends Error {}

/** Runs on a log of its own: an empty one, of which nothing stays. Its rows can be changed, as by a thief of the server. */
async function onEmptyLog(work: (query: Query) => Promise<void>): Promise<void> {
  const run = database.client.begin(async (query) => {
    await query`alter table audit_entry disable trigger audit_entry_append_only`;
    await query`delete from audit_entry`;
    await work(query);
    throw new RolledBack();
  });
  await run.catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
}

const passwordChanged = (accountId: string): AuditInput => ({
  actor: { kind: 'account', accountId },
  action: 'account.password_changed',
  subject: { kind: 'account', id: accountId },
  details: { ended: 3, 'é"\n': ['x', null, true, { b: 1, a: -2 }] },
  at: new Date(),
});

const suspended = (adminId: string, accountId: string): AuditInput => ({
  actor: { kind: 'admin', accountId: adminId },
  action: 'account.suspended',
  subject: { kind: 'account', id: accountId },
  reason: 'Sold what they did not have — “twice”.',
  at: new Date(),
});

async function fill(query: Query, count: number) {
  for (let index = 0; index < count; index += 1)
    await appendAudit(query, index % 2 === 0 ? passwordChanged(newId()) : suspended(newId(), newId()));
}

describe('the log', () => {
  it('is one chain from the first entry on', async () => {
    await onEmptyLog(async (query) => {
      expect(await verifyAudit(query)).toMatchObject({ ok: true, head: { seq: 0 } });
      await fill(query, 5);
      const verdict = await verifyAudit(query);
      expect(verdict).toMatchObject({ ok: true, head: { seq: 5 } });
      if (!verdict.ok) return;
      await fill(query, 2);
      expect(await verifyAudit(query, { noted: verdict.head })).toMatchObject({ ok: true, head: { seq: 7 } });
    });
  });

  it('is walked in pieces, and fits where they meet', async () => {
    await onEmptyLog(async (query) => {
      await fill(query, 2_001);
      const progress: number[] = [];
      const verdict = await verifyAudit(query, { onProgress: (seq) => progress.push(seq) });
      expect(verdict).toMatchObject({ ok: true, head: { seq: 2_001 } });
      expect(progress).toEqual([1_000, 2_000, 2_001]);
    });
  });

  it('keeps what is said, whatever it is', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    // What PostgreSQL cannot keep.
    const storable = text.filter((value) => !value.includes('\0') && value.trim() !== '');
    const name = storable.filter((value) => value !== '__proto__');
    await onEmptyLog(async (query) => {
      await fc.assert(
        fc.asyncProperty(
          storable,
          storable,
          fc.dictionary(name, fc.oneof(storable, fc.maxSafeInteger(), fc.boolean(), fc.constant(null))),
          async (id, reason, details) => {
            await appendAudit(query, {
              ...suspended(newId(), newId()),
              subject: { kind: 'x', id },
              reason,
              details,
            });
          },
        ),
        { numRuns: 200 },
      );
      expect(await verifyAudit(query)).toMatchObject({ ok: true, head: { seq: 200 } });
    });
  });

  it('stays one chain when many append at once, and has nothing of what was rolled back', async () => {
    const before = await verifyAudit(database.client);
    if (!before.ok) throw new Error(before.code);
    const [kept, undone] = [60, 20];
    const append = (isKept: boolean) =>
      database.client.begin(async (query) => {
        await appendAudit(query, passwordChanged(newId()));
        if (!isKept) throw new RolledBack();
      });
    const results = await Promise.allSettled(
      Array.from({ length: kept + undone }, (_, index) => append(index % 4 !== 3)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(kept);
    const after = await verifyAudit(database.client, { noted: before.head });
    expect(after).toMatchObject({ ok: true, head: { seq: before.head.seq + kept } });
  });
});

describe('an entry that was written', () => {
  it.each([
    ["update audit_entry set reason = 'another'"],
    ['update audit_entry set reason = reason where false'],
    ['delete from audit_entry'],
    ['truncate audit_entry'],
    ["set session_replication_role = 'replica'; delete from audit_entry"],
  ])('cannot be changed: %s', async (statement) => {
    await appendAudit(database.client, passwordChanged(newId()));
    await expect(database.client.unsafe(statement)).rejects.toThrow('only added to');
    expect(await verifyAudit(database.client)).toMatchObject({ ok: true });
  });

  it('is found when anything of it was changed nevertheless', async () => {
    const hex = "case when {} like '0%' then '1' else '0' end || substr({}, 2)";
    const changes: Record<string, string> = {
      id: "'01890a5d-ac96-774b-bcce-b302099a8057'",
      seq: 'seq + 100',
      at: "at + interval '1 microsecond'",
      actor_kind: "actor_kind || 's'",
      actor_account_id: 'case when seq % 2 = 0 then gen_random_uuid() end',
      action: "action || '_not'",
      subject_kind: "'order'",
      subject_id: "subject_id || ' '",
      reason: "coalesce(reason, '') || '.'",
      details: `details || '{"more": 1}'`,
      prev_hash: hex.replaceAll('{}', 'prev_hash'),
      hash: hex.replaceAll('{}', 'hash'),
    };
    const detailsChanges = [
      "'[]'",
      "'null'",
      `'{"ended": 0.5}'`,
      "details - 'ended' || '{\"n\": 12345678901234567890}'",
    ];
    const change = fc.oneof(
      fc.constantFrom(...Object.entries(changes)),
      fc.constantFrom(...detailsChanges.map((to): [string, string] => ['details', to])),
    );
    const size = 6;
    await onEmptyLog(async (query) => {
      await fill(query, size);
      await fc.assert(
        fc.asyncProperty(change, fc.integer({ min: 1, max: size }), async ([column, to], seq) => {
          await query`savepoint untouched`;
          await query.unsafe(`update audit_entry set ${column} = ${to} where seq = ${seq}`);
          const verdict = await verifyAudit(query);
          expect(verdict.ok).toBe(false);
          // A wrong place shows where the entry is missing, or at the end.
          if (!verdict.ok && column !== 'seq') expect(verdict.seq).toBe(seq);
          await query`rollback to savepoint untouched`;
        }),
        { numRuns: 150 },
      );
    });
  });

  it('is missed when it was taken away, changed places, or was cut off the end', async () => {
    await onEmptyLog(async (query) => {
      await fill(query, 6);
      const whole = await verifyAudit(query);
      if (!whole.ok) throw new Error(whole.code);
      const tryOn = async (statement: string, noted = false) => {
        await query`savepoint untouched`;
        await query.unsafe(statement);
        const verdict = await verifyAudit(query, noted ? { noted: whole.head } : {});
        await query`rollback to savepoint untouched`;
        return verdict;
      };
      expect(await tryOn('delete from audit_entry where seq = 3')).toMatchObject({
        code: 'entry_missing',
        seq: 4,
      });
      expect(await tryOn('delete from audit_entry where seq = 1')).toMatchObject({
        code: 'entry_missing',
        seq: 2,
      });
      expect(
        await tryOn(`
          delete from audit_entry where seq = 3;
          update audit_entry set seq = seq - 1 where seq = 4;
          update audit_entry set seq = seq - 1 where seq = 5;
          update audit_entry set seq = seq - 1 where seq = 6`),
      ).toMatchObject({ code: 'link_broken', seq: 3 });
      expect(await tryOn('delete from audit_entry where seq > 4', true)).toMatchObject({
        code: 'head_differs',
      });
      // Written anew from some entry on, with hashes that fit.
      await query`savepoint untouched`;
      await query`delete from audit_entry where seq > 4`;
      await fill(query, 2);
      expect(await verifyAudit(query)).toMatchObject({ ok: true });
      expect(await verifyAudit(query, { noted: whole.head })).toMatchObject({ code: 'head_differs', seq: 6 });
    });
  });
});

describe('appending', () => {
  it('demands a reason of admins', async () => {
    const { reason: _, ...without } = suspended(newId(), newId());
    // @ts-expect-error -- what the type refuses, the database refuses too
    await expect(appendAudit(database.client, without)).rejects.toThrow('audit_entry_admin_reason');
    await expect(
      appendAudit(database.client, { ...suspended(newId(), newId()), reason: ' ' }),
    ).rejects.toThrow();
  });

  it('takes no name that it could not read back', async () => {
    await onEmptyLog(async (query) => {
      const details = { list: [JSON.parse('{"__proto__": 1}')] };
      await expect(appendAudit(query, { ...passwordChanged(newId()), details })).rejects.toThrow('__proto__');
    });
  });

  it('takes no endless details and no fractions', async () => {
    const entry = passwordChanged(newId());
    const long = { text: 'x'.repeat(5_000) };
    await expect(appendAudit(database.client, { ...entry, details: long })).rejects.toThrow('too long');
    await expect(appendAudit(database.client, { ...entry, details: { share: 0.5 } })).rejects.toThrow(
      'whole number',
    );
  });
});

describe('the list', () => {
  it('pages from the newest on, each entry once, while others are added', async () => {
    const accountId = newId();
    for (let index = 0; index < 7; index += 1) await appendAudit(database.client, passwordChanged(accountId));
    const seen: number[] = [];
    let cursor: number | null | undefined;
    while (cursor !== null) {
      const page = await listAudit(
        { database },
        { subjectId: accountId, pageSize: 3, ...(cursor ? { cursor } : {}) },
      );
      seen.push(...page.items.map(({ seq }) => seq));
      cursor = page.nextCursor;
      await appendAudit(database.client, passwordChanged(accountId));
    }
    expect(seen).toHaveLength(7);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  });

  it('tells who did what to whom and why, narrowed by each of them', async () => {
    const [adminId, accountId] = [newId(), newId()];
    const entry = suspended(adminId, accountId);
    await appendAudit(database.client, entry);
    await appendAudit(database.client, passwordChanged(accountId));
    const [newest] = (await listAudit({ database }, { actorAccountId: adminId, pageSize: 10 })).items;
    expect(newest).toMatchObject({
      at: entry.at.toISOString(),
      actor: entry.actor,
      action: 'account.suspended',
      subject: entry.subject,
      reason: entry.reason,
      details: {},
    });
    const both = await listAudit({ database }, { subjectId: accountId, pageSize: 10 });
    expect(both.items.map(({ action }) => action)).toEqual(['account.password_changed', 'account.suspended']);
    const one = await listAudit(
      { database },
      { subjectId: accountId, action: 'account.suspended', pageSize: 10 },
    );
    expect(one.items).toEqual([newest]);
  });
});
