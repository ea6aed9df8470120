import { newId } from '@plaza/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditLog, fill, openAuditLog, passwordChanged } from '../testing/audit-log.ts';
import { appendAudit } from './append-audit.ts';
import { verifyAudit } from './verify-audit.ts';

let log: AuditLog;
beforeAll(async () => {
  log = await openAuditLog();
});
afterAll(() => log.close());

describe('an entry that was written', () => {
  it.each([
    ["update audit_entry set reason = 'another'"],
    ['update audit_entry set reason = reason where false'],
    ['delete from audit_entry'],
    ['truncate audit_entry'],
    ["set session_replication_role = 'replica'; delete from audit_entry"],
  ])('cannot be changed: %s', async (statement) => {
    await appendAudit(log.database.client, passwordChanged(newId()));
    await expect(log.database.client.unsafe(statement)).rejects.toThrow('only added to');
    expect(await verifyAudit(log.database.client)).toMatchObject({ ok: true });
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
    await log.onEmptyLog(async (query) => {
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
    await log.onEmptyLog(async (query) => {
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
