import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../processes/free-port.ts';
import { identify, isAlive, isSame, waitUntil } from '../processes/process-identity.ts';
import { findNativeBinaries, repairLibraryLinks } from './native-binaries.ts';
import { startPostgres } from './start-postgres.ts';
import { copiedForNobody } from './unprivileged.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plaza-postgres-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ask<T extends object>(url: string, statement: string): Promise<T[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return Array.from(await sql.unsafe<T[]>(statement));
  } finally {
    await sql.end();
  }
}

describe('a first start', () => {
  it('gives an empty UTF-8 database with the extensions that the market uses', async () => {
    const server = await startPostgres({ dataDir: join(folder, 'first'), port: await findFreePort() });
    const extensions = ['pg_trgm', 'citext', 'unaccent', 'btree_gin', 'pg_stat_statements', 'ltree'];
    for (const name of extensions) await ask(server.url, `create extension ${name}`);
    expect(await ask(server.url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    expect(
      await ask(server.url, "select lower('ÄÖÜ') as lower, similarity('phone', 'phnoe') > 0.2 as close"),
    ).toEqual([{ lower: 'äöü', close: true }]);
    const stranger = server.url.replace(/:[^:@/]+@/, ':wrong@');
    await expect(ask(stranger, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
  });
});

describe('after kill -9', () => {
  it('of the server, the next start has every committed row', async () => {
    const options = { dataDir: join(folder, 'killed'), port: await findFreePort() };
    const server = await startPostgres(options);
    await ask(server.url, 'create table t (id int)');
    await ask(server.url, 'insert into t select generate_series(1, 1000)');
    process.kill(server.pid, 'SIGKILL');
    await server.exited;
    const again = await startPostgres(options);
    expect(await ask(again.url, 'select count(*)::int as n from t')).toEqual([{ n: 1000 }]);
    await again.stop();
  });

  it('of the launcher alone, the next start takes the place of the server that was left', async () => {
    const options = { dataDir: join(folder, 'orphan'), port: await findFreePort() };
    const first = await startPostgres(options);
    const orphan = identify(first.pid);
    if (!orphan) throw new Error('The server does not run.');
    const second = await startPostgres(options);
    expect(isSame(orphan)).toBe(false);
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
  });

  it('and a pid file that names a stranger, starts and leaves the stranger alone', async () => {
    const options = { dataDir: join(folder, 'stale'), port: await findFreePort() };
    await (await startPostgres(options)).stop();
    const pidFile = [
      process.pid,
      join(options.dataDir, 'cluster'),
      0,
      options.port,
      '',
      '',
      '',
      'ready',
    ].join('\n');
    writeFileSync(join(options.dataDir, 'cluster', 'postmaster.pid'), pidFile);
    const server = await startPostgres(options);
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });
});

describe('a half-created cluster', () => {
  it('is thrown away', async () => {
    const options = { dataDir: join(folder, 'half'), port: await findFreePort() };
    mkdirSync(join(options.dataDir, 'cluster.new', 'base'), { recursive: true });
    const server = await startPostgres(options);
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });
});

describe('missing library links', () => {
  it('are created from the list that the package ships', async () => {
    const native = await findNativeBinaries();
    const copy = join(folder, 'package', 'native');
    cpSync(join(native, 'pg-symlinks.json'), join(copy, 'pg-symlinks.json'));
    cpSync(join(native, 'lib'), join(copy, 'lib'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !/\.so$|\.dylib$/.test(path),
    });
    expect(await repairLibraryLinks(copy)).toBeGreaterThan(0);
    expect(await repairLibraryLinks(copy)).toBe(0);
    expect(readdirSync(join(copy, 'lib'))).toEqual(expect.arrayContaining(['libpq.so']));
  });
});

describe.runIf(process.getuid?.() === 0)('root where namespaces are denied', () => {
  it('runs on a copy that belongs to an unprivileged user', async () => {
    const home = join(folder, 'copied');
    mkdirSync(home);
    const runner = copiedForNobody(await findNativeBinaries(), home);
    const options = { dataDir: home, port: await findFreePort(), runner };
    const server = await startPostgres(options);
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    await waitUntil(() => !isAlive(server.pid), 5_000);
    rmSync(join(runner.home, '..'), { recursive: true, force: true });
  });
});
