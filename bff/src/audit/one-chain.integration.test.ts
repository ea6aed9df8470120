import { newId } from '@plaza/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AuditLog,
  fill,
  openAuditLog,
  passwordChanged,
  RolledBack,
  suspended,
} from '../testing/audit-log.ts';
import { appendAudit } from './append-audit.ts';
import { verifyAudit } from './verify-audit.ts';

let log: AuditLog;
beforeAll(async () => {
  log = await openAuditLog();
});
afterAll(() => log.close());

describe('the log', () => {
  it('is one chain from the first entry on', async () => {
    await log.onEmptyLog(async (query) => {
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
    await log.onEmptyLog(async (query) => {
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
    await log.onEmptyLog(async (query) => {
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
    const before = await verifyAudit(log.database.client);
    if (!before.ok) throw new Error(before.code);
    const [kept, undone] = [60, 20];
    const append = (isKept: boolean) =>
      log.database.client.begin(async (query) => {
        await appendAudit(query, passwordChanged(newId()));
        if (!isKept) throw new RolledBack();
      });
    const results = await Promise.allSettled(
      Array.from({ length: kept + undone }, (_, index) => append(index % 4 !== 3)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(kept);
    const after = await verifyAudit(log.database.client, { noted: before.head });
    expect(after).toMatchObject({ ok: true, head: { seq: before.head.seq + kept } });
  });
});

describe('appending', () => {
  it('demands a reason of admins', async () => {
    const { reason: _, ...without } = suspended(newId(), newId());
    // @ts-expect-error -- what the type refuses, the database refuses too
    await expect(appendAudit(log.database.client, without)).rejects.toThrow('audit_entry_admin_reason');
    await expect(
      appendAudit(log.database.client, { ...suspended(newId(), newId()), reason: ' ' }),
    ).rejects.toThrow();
  });

  it('takes no name that it could not read back', async () => {
    await log.onEmptyLog(async (query) => {
      const details = { list: [JSON.parse('{"__proto__": 1}')] };
      await expect(appendAudit(query, { ...passwordChanged(newId()), details })).rejects.toThrow('__proto__');
    });
  });

  it('takes no endless details and no fractions', async () => {
    const entry = passwordChanged(newId());
    const long = { text: 'x'.repeat(5_000) };
    await expect(appendAudit(log.database.client, { ...entry, details: long })).rejects.toThrow('too long');
    await expect(appendAudit(log.database.client, { ...entry, details: { share: 0.5 } })).rejects.toThrow(
      'whole number',
    );
  });
});
