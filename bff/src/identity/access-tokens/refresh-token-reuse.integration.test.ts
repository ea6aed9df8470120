import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  INVALID_GRANT,
  openProgramMarket,
  type ProgramMarket,
  readTokens,
} from '../../testing/program-market.ts';
import { CLIENT_LIFE_MS, LOST_ANSWER_MS, REFRESH_IDLE_MS } from './judge-refresh.ts';

let programs: ProgramMarket;
beforeAll(async () => {
  programs = await openProgramMarket();
});
afterAll(() => programs.close());

describe('a refresh token', () => {
  it('works for thirty days from its last use, and not beyond a year', async () => {
    const { client } = await programs.makeClient();
    let { refreshToken } = client;
    const startedMs = programs.clock.now().getTime();
    for (;;) {
      programs.clock.advance(REFRESH_IDLE_MS - 1_000);
      if (programs.clock.now().getTime() - startedMs > CLIENT_LIFE_MS) break;
      ({ refresh_token: refreshToken } = await programs.mustRefresh({ ...client, refreshToken }));
    }
    expect((await programs.refresh({ ...client, refreshToken })).answer).toEqual(INVALID_GRANT);
    const idle = await programs.makeClient();
    programs.clock.advance(REFRESH_IDLE_MS);
    expect((await programs.refresh(idle.client)).answer).toEqual(INVALID_GRANT);
  });

  it('used twice ends its client at once, with a mail and an entry in the log', async () => {
    const { account, client } = await programs.makeClient();
    const { access_token: token, refresh_token: next } = await programs.mustRefresh(client);
    programs.clock.advance(LOST_ANSWER_MS + 1);
    expect((await programs.refresh(client)).answer).toEqual(INVALID_GRANT);
    expect((await programs.refresh({ ...client, refreshToken: next })).answer).toEqual(INVALID_GRANT);
    expect((await programs.ask(token, 'order.list')).status).toBe(401);
    expect(
      await programs.sql`select from mail where recipient = ${account.email} and template = 'api-client-reused'`,
    ).toHaveLength(1);
    expect(
      await programs.sql`select from audit_entry where subject_id = ${client.id} and action = 'api_client.reuse_detected'`,
    ).toHaveLength(1);
  });

  it('may be sent once more by who got no answer; what was given for it is void then', async () => {
    const { client } = await programs.makeClient();
    const lost = await programs.mustRefresh(client);
    const again = await programs.mustRefresh(client);
    const third = await programs.mustRefresh({ ...client, refreshToken: again.refresh_token });
    expect((await programs.refresh({ ...client, refreshToken: lost.refresh_token })).answer).toEqual(
      INVALID_GRANT,
    );
    expect((await programs.refresh({ ...client, refreshToken: third.refresh_token })).answer).toEqual(
      INVALID_GRANT,
    );
  });

  it('sent by many at once, to two processes, leaves one that works or none', async () => {
    const { client } = await programs.makeClient();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        programs.refresh(client, {}, index % 2 === 0 ? programs.bff : programs.otherBff),
      ),
    );
    const given = answers.flatMap(({ status, answer }) => (status === 200 ? [readTokens(answer)] : []));
    const valid = await programs.sql`
      select from api_refresh_token where client_id = ${client.id} and used_at is null`;
    expect(valid.length).toBe(await programs.countClients(client.id));
    expect(new Set(given.map(({ refresh_token: one }) => one)).size).toBe(given.length);
  });

  it('in whatever order old and new ones are used: exactly one works, or the client has ended', async () => {
    const step = fc.record({ pick: fc.nat(), waitMs: fc.constantFrom(0, 1_000, LOST_ANSWER_MS + 1) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const { client } = await programs.makeClient();
        const known = [client.refreshToken];
        let isEnded = false;
        for (const { pick, waitMs } of steps) {
          programs.clock.advance(waitMs);
          const refreshToken = known[pick % known.length] ?? '';
          const { status, answer } = await programs.refresh({ ...client, refreshToken });
          if (isEnded) expect(status).toBe(400);
          if (status === 200) known.push(readTokens(answer).refresh_token);
          else isEnded = true;
          const rows = await programs.sql`
            select from api_refresh_token where client_id = ${client.id} and used_at is null`;
          expect([rows.length, await programs.countClients(client.id)]).toEqual(isEnded ? [0, 0] : [1, 1]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is revoked by whoever holds it, used or not; others are told the same', async () => {
    const { client } = await programs.makeClient();
    const { access_token: token, refresh_token: next } = await programs.mustRefresh(client);
    expect((await programs.post('/api/oauth/revoke', { token: 'x'.repeat(43) })).status).toBe(200);
    expect((await programs.post('/api/oauth/revoke', { token })).answer).toMatchObject({
      error: 'unsupported_token_type',
    });
    expect((await programs.ask(token, 'order.list')).status).toBe(200);
    expect((await programs.post('/api/oauth/revoke', { token: next, client_id: client.id })).status).toBe(
      200,
    );
    expect((await programs.ask(token, 'order.list')).status).toBe(401);
    expect(await programs.countClients(client.id)).toBe(0);
  });
});
