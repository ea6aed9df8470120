import { newId } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditLog, openAuditLog, passwordChanged, suspended } from '../testing/audit-log.ts';
import { appendAudit } from './append-audit.ts';
import { listAudit } from './list-audit.ts';

let log: AuditLog;
beforeAll(async () => {
  log = await openAuditLog();
});
afterAll(() => log.close());

describe('the list', () => {
  it('pages from the newest on, each entry once, while others are added', async () => {
    const accountId = newId();
    for (let index = 0; index < 7; index += 1)
      await appendAudit(log.database.client, passwordChanged(accountId));
    const seen: number[] = [];
    let cursor: number | null | undefined;
    while (cursor !== null) {
      const page = await listAudit(log, { subjectId: accountId, pageSize: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ seq }) => seq));
      cursor = page.nextCursor;
      await appendAudit(log.database.client, passwordChanged(accountId));
    }
    expect(seen).toHaveLength(7);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  });

  it('tells who did what to whom and why, narrowed by each of them', async () => {
    const [adminId, accountId] = [newId(), newId()];
    const entry = suspended(adminId, accountId);
    await appendAudit(log.database.client, entry);
    await appendAudit(log.database.client, passwordChanged(accountId));
    const [newest] = (await listAudit(log, { actorAccountId: adminId, pageSize: 10 })).items;
    expect(newest).toMatchObject({
      at: entry.at.toISOString(),
      actor: entry.actor,
      action: 'account.suspended',
      subject: entry.subject,
      reason: entry.reason,
      details: {},
    });
    const both = await listAudit(log, { subjectId: accountId, pageSize: 10 });
    expect(both.items.map(({ action }) => action)).toEqual(['account.password_changed', 'account.suspended']);
    const one = await listAudit(log, { subjectId: accountId, action: 'account.suspended', pageSize: 10 });
    expect(one.items).toEqual([newest]);
  });
});
