import { type Account, type ActivityPage, MAX_AVATAR_BYTES, MAX_SAVED_ADDRESSES } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noteSignIn, settleWatch } from '../identity/watch/note-sign-in.ts';
import { ADDRESS } from '../testing/address.ts';
import { startTestBff, type TestBff } from '../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';
import { createTestVisitor } from '../testing/test-visitor.ts';

let database: TestDatabase;
let market: TestMarket;
let bff: TestBff;
const clock = new TestClock();

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock });
  bff = await startTestBff(market.services);
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

const at = (line1: string) => ({ ...ADDRESS, line1 });

describe('saved addresses', () => {
  it('have one for delivery: the first, the one that is chosen, and another when that goes', async () => {
    const { profile } = market.visit(await market.addAccount('Ada'));
    await profile.saveAddress({ address: at('1 First') });
    await profile.saveAddress({ address: at('2 Second') });
    const third = await profile.saveAddress({ address: at('3 Third'), isDefault: true });
    if (!third.ok) throw new Error(third.message);
    const defaults = async () =>
      (await profile.addresses()).filter(({ isDefault }) => isDefault).map(({ address }) => address.line1);
    expect(await defaults()).toEqual(['3 Third']);
    await profile.removeAddress({ addressId: third.addressId });
    expect(await defaults()).toHaveLength(1);
    expect(await profile.addresses()).toHaveLength(2);
  });

  it('are not saved twice, and are bounded, also when they come all at once', async () => {
    const { profile } = market.visit(await market.addAccount('Ada'));
    await Promise.all([1, 2, 3].map(() => profile.saveAddress({ address: ADDRESS })));
    expect(await profile.addresses()).toHaveLength(1);
    const results = await Promise.all(
      Array.from({ length: MAX_SAVED_ADDRESSES + 2 }, (_, index) =>
        profile.saveAddress({ address: at(`${index} Road`) }),
      ),
    );
    expect(results.filter(({ ok }) => !ok)).toHaveLength(3);
    expect((await profile.addresses()).filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  it('are unreadable in the database', async () => {
    const account = await market.addAccount('Ada');
    await market.visit(account).profile.saveAddress({ address: at('5 Hidden Street') });
    const rows = await market.services.database.client`
      select fields from saved_address where account_id = ${account.id}`;
    expect(String(rows[0]?.fields)).toMatch(/^v1\./);
  });
});

describe('the picture of somebody', () => {
  const draw = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer();
  const send = async (account: Account | undefined, body: Uint8Array<ArrayBuffer>) => {
    const browser = await bff.browse(account);
    return browser.send('/api/uploads/avatar', { method: 'POST', body });
  };
  const urlOf = async (answer: Response) =>
    z.object({ avatarUrl: z.string() }).parse(await answer.json()).avatarUrl;

  it('is cut to a square, takes the place of the one before, and can be removed', async () => {
    const account = await market.addAccount('Ada');
    const first = await urlOf(await send(account, new Uint8Array(await draw(900, 300))));
    const stranger = await bff.browse();
    const shown = await stranger.send(first);
    expect(shown.headers.get('cache-control')).toBe('private, max-age=3600');
    expect(await sharp(await shown.arrayBuffer()).metadata()).toMatchObject({ width: 384, height: 384 });
    const second = await urlOf(await send(account, new Uint8Array(await draw(300, 900))));
    expect((await stranger.send(first)).status).toBe(404);
    await market.visit(account).profile.removeAvatar();
    expect((await stranger.send(second)).status).toBe(404);
    expect((await market.readAccount(account.id)).avatarUrl).toBeNull();
  });

  it('has to be a picture of a bearable size, of somebody who is signed in', async () => {
    const account = await market.addAccount('Ada');
    const script = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    expect((await send(account, script)).status).toBe(415);
    expect((await send(account, new Uint8Array(MAX_AVATAR_BYTES + 1))).status).toBe(413);
    expect((await send(account, new Uint8Array())).status).toBe(400);
    expect((await send(undefined, script)).status).toBe(401);
  });
});

describe('the activity of an account', () => {
  it('says what its owner did, a page at a time, and nothing of others', async () => {
    const [ada, eve] = [await market.addAccount('Ada'), await market.addAccount('Eve')];
    const visit = market.visit(ada);
    for (const displayName of ['A', 'B', 'C']) {
      const profile = await market.visit(await market.readAccount(ada.id)).profile.get();
      await market.visit(await market.readAccount(ada.id)).profile.save({ ...profile, displayName });
    }
    const first = await visit.profile.activity({ pageSize: 2 });
    expect(first.items).toMatchObject([
      { action: 'account.profile_changed', by: 'you' },
      { action: 'account.profile_changed', by: 'you' },
    ]);
    const rest = await visit.profile.activity({ pageSize: 2, cursor: first.nextCursor ?? undefined });
    expect([rest.items.length, rest.nextCursor]).toEqual([1, null]);
    expect((await market.visit(eve).profile.activity({})).items).toEqual([]);
  });

  it('holds attempts to sign in among the rest, in the order of time, each once by pages of any size', async () => {
    const [ada, eve] = [await market.addAccount('Ada'), await market.addAccount('Eve')];
    const { services } = market;
    const ctx = { services, visitor: createTestVisitor(null, null) };
    const attempt = { method: 'password', outcome: 'refused', isKnownBrowser: false } as const;
    for (let round = 0; round < 4; round += 1) {
      const account = await market.readAccount(ada.id);
      const profile = await market.visit(account).profile.get();
      await market.visit(account).profile.save({ ...profile, displayName: `Ada ${round}` });
      clock.advance(1_000);
      // Two at the same moment.
      for (let times = 0; times < 2; times += 1)
        noteSignIn(ctx, { ...attempt, accountId: ada.id, claim: ada.email });
      noteSignIn(ctx, { ...attempt, accountId: eve.id, claim: eve.email });
      await settleWatch(services);
      clock.advance(1_000);
    }
    const all = await market.visit(ada).profile.activity({});
    expect(all.items.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 4 }, () => ['sign_in', 'sign_in', 'change']).flat(),
    );
    expect(all.items).toEqual(all.items.toSorted((a, b) => b.at.localeCompare(a.at)));
    for (const pageSize of [1, 2, 5, 11, 12]) {
      const pages: ActivityPage[] = [];
      do {
        const cursor = pages.at(-1)?.nextCursor ?? undefined;
        pages.push(await market.visit(ada).profile.activity({ pageSize, cursor }));
      } while (pages.at(-1)?.nextCursor);
      expect(pages.flatMap(({ items }) => items)).toEqual(all.items);
    }
  });
});
