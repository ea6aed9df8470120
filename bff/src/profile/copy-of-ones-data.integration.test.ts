import { API_SCOPE_NAMES } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noteSignIn, settleWatch } from '../identity/watch/note-sign-in.ts';
import { addApiClient } from '../testing/access-programs.ts';
import { DAY_MS, type ErasureMarket, openErasureMarket } from '../testing/erasure-market.ts';
import { addPerson, PERSON } from '../testing/person-to-erase.ts';
import { createTestVisitor } from '../testing/test-visitor.ts';
import { prepareExports, removeExpiredExports } from './export/prepare-exports.ts';

let erasing: ErasureMarket;
beforeAll(async () => {
  erasing = await openErasureMarket();
});
afterAll(() => erasing.close());

const copySchema = z.record(z.string(), z.union([z.string(), z.array(z.unknown())]));

describe('a copy of what is held of somebody', () => {
  it('holds all of it and no secret, and is downloaded once by its owner', async () => {
    const { account, visit, orderIds } = await addPerson(erasing);
    await addApiClient(erasing.market, account);
    noteSignIn(
      { services: erasing.services, visitor: createTestVisitor(account, null) },
      {
        accountId: account.id,
        claim: account.email,
        method: 'passkey',
        outcome: 'refused',
        isKnownBrowser: false,
      },
    );
    await settleWatch(erasing.services);
    const asked = await visit.profile.askForExport();
    if (!asked.ok) throw new Error(asked.message);
    expect(await visit.profile.askForExport()).toMatchObject({ ok: false, code: 'too_many' });
    const { id: exportId } = asked.export;
    expect(await visit.profile.openExport({ exportId })).toMatchObject({ ok: false, code: 'not_ready' });
    expect(await prepareExports(erasing.services)).toBe(1);
    expect((await visit.profile.privacy()).exports).toMatchObject([{ id: exportId, status: 'ready' }]);

    const [mine, other] = [
      await erasing.bff.browse(account),
      await erasing.bff.browse(await erasing.market.addAccount('Eve')),
    ];
    const { path } = z
      .object({ path: z.string() })
      .parse((await mine.mutate('profile.openExport', { exportId })).data);
    expect((await other.send(path)).status).toBe(404);
    const answer = await mine.send(path);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="plaza-data-[\d-]+\.json"$/,
    );
    const text = await answer.text();
    expect((await mine.send(path)).status).toBe(404);

    const copy = copySchema.parse(JSON.parse(text));
    const sections = 'account profile addresses sessions carts orders mails auditLog events'.split(' ');
    for (const section of sections) expect([section, copy[section]?.length]).not.toEqual([section, 0]);
    for (const needle of [account.email, PERSON.phone, PERSON.address.line1, 'family crest', ...orderIds])
      expect([needle, text.includes(needle)]).toEqual([needle, true]);
    expect(copy.apiClients).toMatchObject([{ name: 'Stock keeper', scopes: API_SCOPE_NAMES }]);
    expect(copy.signIns).toMatchObject([
      { method: 'passkey', outcome: 'refused', networkAddress: '127.0.0.1', browser: 'test' },
    ]);
    expect(text).not.toMatch(/password_?hash"|token_?hash"|"v1\./i);
    // Kept sealed, as everything about a person.
    expect(await erasing.findInPostgres(['plaza-export/1'])).toEqual([]);
  }, 60_000);

  it('is given up when it cannot be written, and goes when its time is over', async () => {
    const account = await erasing.market.addAccount('Unlucky');
    const visit = erasing.market.visit(account);
    await visit.profile.askForExport();
    for (let attempt = 0; attempt < 6; attempt += 1)
      await prepareExports(erasing.later(attempt * 700_000, erasing.withoutPipeline()));
    expect((await visit.profile.privacy()).exports).toMatchObject([{ status: 'failed' }]);
    await removeExpiredExports(erasing.later(8 * DAY_MS));
    expect((await visit.profile.privacy()).exports).toEqual([]);
  });
});
