import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindParameters } from './parameters.ts';
import { kindOf, parsePlainInsert, trimStatement, withSettings } from './statement.ts';

const settings = new Map([
  ['max_threads', '2'],
  ['insert_deduplication_token', "it's"],
]);

describe('a statement', () => {
  it('loses comments before it and semicolons after it', () => {
    expect(trimStatement(' -- why\n/* and\nhow */ select 1 ;\n; ')).toBe('select 1');
  });

  it.each([
    ['select 1', 'read'],
    ['WITH 1 AS x SELECT x', 'read'],
    ['selectx', 'write'],
    ['insert into t select 1', 'write'],
    ['create table t (a Int8) engine = Memory', 'write'],
  ])('%s is to %s', (sql, kind) => expect(kindOf(sql)).toBe(kind));

  it.each([
    [
      'insert into db.t (a, b) format JSONEachRow',
      { table: 'db.t', columns: ['a', 'b'], format: 'JSONEachRow' },
    ],
    ['INSERT INTO t FORMAT CSV', { table: 't', columns: undefined, format: 'CSV' }],
    ['insert into t (* except(a)) format CSV', undefined],
    ['insert into t values (1)', undefined],
  ])('%s is taken apart', (sql, parts) => expect(parsePlainInsert(sql)).toEqual(parts));
});

describe('settings', () => {
  const list = "SETTINGS max_threads='2', insert_deduplication_token='it\\'s'";
  it.each([
    ['select 1', `select 1\n${list}`],
    ['insert into t format CSV', `insert into t ${list} format CSV`],
    ['insert into t values (1)', `insert into t ${list} values (1)`],
    ['insert into t (a) select 1', `insert into t (a) ${list} select 1`],
  ])('go into %s where the engine reads them', (sql, expected) =>
    expect(withSettings(sql, settings)).toBe(expected),
  );
});

describe('parameters', () => {
  it('are bound only where they are parameters', () => {
    const sql = "select {a:UInt8}, '{a:UInt8}', `{a:UInt8}`, map('x', 1) -- {a:UInt8}\n/* {a:UInt8} */";
    expect(bindParameters(sql, new Map([['a', '7']]))).toBe(sql.replace('{a:UInt8}', "CAST('7', 'UInt8')"));
  });

  it('leave no way out of their literal', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('String', 'UInt8', 'Array(String)', 'Identifier'),
        (value, type) => {
          const bound = bindParameters(`{x:${type}}`, new Map([['x', value]]));
          const quotes =
            type === 'Identifier'
              ? /^`(?:[^`\\]|\\.)*`$/s
              : /^(?:CAST\()?(?:'(?:[^'\\]|\\.)*'|NULL)(?:, '[^']*'\))?$/s;
          expect(bound).toMatch(quotes);
        },
      ),
    );
  });

  it('must be there', () => {
    expect(() => bindParameters('select {x:UInt8}', new Map())).toThrow('Substitution `x` is not set');
  });
});
