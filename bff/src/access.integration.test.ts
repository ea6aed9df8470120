import { fileURLToPath } from 'node:url';
import type { Account } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listProcedures, type ProcedureFacts } from './platform/procedures.ts';
import { scopeFor } from './platform/scopes.ts';
import { appRouter } from './router.ts';
import { openAccessMarket, ROLES, type Role } from './testing/access-market.ts';
import { startTestBff, type TestBff } from './testing/start-test-bff.ts';
import { openTestMarket, TestClock } from './testing/test-market.ts';

let database: TestDatabase;
let bff: TestBff;
let accounts: Record<Role, Account | undefined>;
let accessToken: string;
let inputsOf: Awaited<ReturnType<typeof openAccessMarket>>['inputsOf'];

beforeAll(async () => {
  database = await createTestDatabase();
  const market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  bff = await startTestBff(market.services);
  ({ accounts, accessToken, inputsOf } = await openAccessMarket(market));
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

type Answer = 'allowed' | 'UNAUTHORIZED' | 'FORBIDDEN';
/** What each rule promises each kind of visitor. Written down here again, so that a change of a rule is a change of this. */
const ofRoles =
  (allowed: readonly Role[]) =>
  (role: Role): Answer =>
    role === 'stranger' ? 'UNAUTHORIZED' : allowed.includes(role) ? 'allowed' : 'FORBIDDEN';
const PROMISES: Record<string, (role: Role) => Answer> = {
  anyone: () => 'allowed',
  ownVisit: () => 'allowed',
  payer: (role) => (role === 'unverified' ? 'FORBIDDEN' : 'allowed'),
  signedIn: ofRoles(ROLES),
  verified: ofRoles(ROLES.filter((role) => role !== 'unverified')),
  fresh: ofRoles(ROLES),
  'sellerMay(listings)': ofRoles(['owner', 'staffOfListings']),
  'sellerMay(orders)': ofRoles(['owner', 'staffOfOrders']),
  'sellerMay(figures)': ofRoles(['owner']),
  'sellerMay(team)': ofRoles(['owner']),
  support: ofRoles(['support', 'admin']),
  developer: ofRoles(['developer', 'admin']),
  admin: ofRoles(['admin']),
};

function promised({ policy = '' }: ProcedureFacts, role: Role): Answer {
  for (const rule of policy.split(' + ')) {
    if (rule.startsWith('own(')) continue;
    const answer = PROMISES[rule]?.(role);
    if (answer === undefined) throw new Error(`Nothing is promised for the rule ${rule}.`);
    if (answer !== 'allowed') return answer;
  }
  return 'allowed';
}

/** What a program of the owner may call that has every scope: what they may, but for what is for people only. */
function promisedToProgram(procedure: ProcedureFacts): Answer {
  const { path, type, policy = '' } = procedure;
  const scope = scopeFor(path, type, { name: policy });
  if (scope === 'none') return 'allowed';
  // A program never proves who sits in front of it.
  return scope === 'closed' || policy.includes('fresh') ? 'FORBIDDEN' : promised(procedure, 'owner');
}

const procedures = listProcedures(appRouter);
const callable = procedures.filter(({ type }) => type !== 'subscription');
/** Let in: answered, or asked for an input that fits, or for figures when there is no pipeline, as here. */
const LET_IN = [200, 400, 503];
const STATUS = { UNAUTHORIZED: 401, FORBIDDEN: 403 };

async function call({ path, type }: ProcedureFacts, role: Role, input?: unknown) {
  // A session of its own each time: signing out is among the calls.
  const methods = role === 'adminByPassword' ? (['password'] as const) : undefined;
  const visitor = await bff.browse(accounts[role], undefined, methods);
  return type === 'query' ? visitor.query(path, input) : visitor.mutate(path, input);
}

describe('who may call', () => {
  const calls = callable.flatMap((procedure) =>
    ROLES.map((role) => ({ procedure, path: procedure.path, role, answer: promised(procedure, role) })),
  );
  it.each(calls)('$path as $role: $answer', async ({ procedure, role, answer }) => {
    // Nothing is sent along: whoever may not call hears so before their input is looked at.
    const got = await call(procedure, role);
    if (answer === 'allowed') expect(LET_IN).toContain(got.status);
    else expect([got.status, got.error?.code]).toEqual([STATUS[answer], answer]);
    expect(got.error?.code ?? '').not.toBe('INTERNAL_SERVER_ERROR');
  });
});

describe('what a program with an access token may call', () => {
  const calls = callable.map((procedure) => ({
    procedure,
    path: procedure.path,
    answer: promisedToProgram(procedure),
  }));
  it.each(calls)('$path: $answer', async ({ procedure: { path, type }, answer }) => {
    const program = await bff.browse();
    const headers = { authorization: `Bearer ${accessToken}` };
    const got =
      type === 'query'
        ? await program.query(path, undefined, headers)
        : await program.mutate(path, {}, headers);
    if (answer === 'allowed') expect(LET_IN).toContain(got.status);
    else expect([got.status, got.error?.code]).toEqual([STATUS[answer], answer]);
    expect(program.cookies.size).toBe(0);
  });
});

describe("what is somebody's own", () => {
  const owned = callable.filter(({ own }) => own !== null);
  it.each(owned)('$path: does not exist for everybody else', async (procedure) => {
    const input = await inputsOf(procedure.path);
    if (!input) throw new Error(`Say in testing/access-market.ts how to call ${procedure.path}.`);
    const foreign = await call(procedure, input.as, input.foreign);
    expect(isNotThere(foreign)).toBe(true);
    const own = await call(procedure, input.as, input.own);
    expect(isNotThere(own)).toBe(false);
    expect(own.status).toBeLessThan(500);
  });
});

/** By a status, or by the outcome that the contract has for it. */
const isNotThere = ({
  status,
  data,
  error,
}: {
  status: number;
  data: unknown;
  error: { code: string } | null;
}) =>
  (status === 404 && error?.code === 'NOT_FOUND') ||
  (typeof data === 'object' && data !== null && 'code' in data && data.code === 'not_found');

describe('the table of rights in docs/access.md', () => {
  it('says what is so (written anew by `vitest -u`)', async () => {
    const file = fileURLToPath(new URL('../../docs/access.md', import.meta.url));
    await expect(accessTable()).toMatchFileSnapshot(file);
  });
});

/** Everything that may be called and by whom, to be read by people. */
function accessTable(): string {
  const mark = { allowed: 'yes', UNAUTHORIZED: '401', FORBIDDEN: '403' };
  const rows = procedures
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map((procedure) => {
      const cells = ROLES.map((role) => mark[promised(procedure, role)]);
      const program = procedure.type === 'subscription' ? 'browser' : mark[promisedToProgram(procedure)];
      const all = [...cells, program].join(' | ');
      return `| \`${procedure.path}\` | ${procedure.type} | ${procedure.policy} | ${all} |`;
    });
  return [
    '# Who may do what',
    '',
    'Made from the router and its policies; `bff/src/access.integration.test.ts` tries every line of it as everybody.',
    "`own(…)` means that the thing has to be the asker's own: for everybody else it does not exist (404). `fresh` means that",
    'somebody who proved who they are more than ten minutes ago is asked to do so again. `adminByPassword` is an admin who has',
    'shown no second proof. `apiClient` is a program of the owner',
    'with every scope: it needs `<router>:read` for a query and `<router>:write` for a mutation, and where there is no such',
    'scope nothing is open to it; web sockets are for browsers.',
    '',
    `| procedure | kind | policy | ${ROLES.join(' | ')} | apiClient |`,
    `| --- | --- | --- |${' --- |'.repeat(ROLES.length + 1)}`,
    ...rows,
    '',
  ].join('\n');
}
