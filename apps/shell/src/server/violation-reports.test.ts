import { Writable } from 'node:stream';
import { Hono } from 'hono';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { limitReport, takeViolations } from './violation-reports.ts';

function openEndpoint() {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  let nowMs = 0;
  const app = new Hono();
  app.post(
    '/violations',
    limitReport,
    takeViolations(pino(sink), () => nowMs),
  );
  return {
    lines,
    advance: (ms: number) => {
      nowMs += ms;
    },
    send: async (body: string) => (await app.request('/violations', { method: 'POST', body })).status,
  };
}

const old = (over: object = {}) =>
  JSON.stringify({
    'csp-report': {
      'document-uri': 'https://plaza.test/reset-password?token=secret',
      'blocked-uri': 'https://evil.test/x.js?who=me',
      'effective-directive': 'script-src-elem',
      'line-number': 7,
      ...over,
    },
  });

describe('a report of a violation', () => {
  it('is written down in the form of either API', async () => {
    const { send, lines } = openEndpoint();
    const body = {
      documentURL: 'https://plaza.test/',
      blockedURL: 'inline',
      effectiveDirective: 'script-src',
    };
    const modern = [
      { type: 'csp-violation', body },
      { type: 'deprecation', body: {} },
    ];
    expect([await send(old()), await send(JSON.stringify(modern))]).toEqual([204, 204]);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('script-src-elem');
    expect(lines[1]).toContain('"blocked":"inline"');
  });

  it('leaves out what addresses say of people', async () => {
    const { send, lines } = openEndpoint();
    await send(old());
    expect(lines[0]).toContain('https://plaza.test/reset-password"');
    expect(lines.join()).not.toMatch(/secret|who=me/);
  });

  it.each([
    ['no JSON', '{', 400],
    ['something else', '{"a":1}', 400],
    ['nothing', '', 400],
    ['too many', JSON.stringify(Array(21).fill({})), 400],
    ['too large', old({ 'blocked-uri': 'x'.repeat(20_000) }), 413],
    ['of wrong types', old({ 'line-number': 'x', 'blocked-uri': null }), 204],
  ])('that is %s gets its answer', async (_what, body, status) => {
    expect(await openEndpoint().send(body)).toBe(status);
  });

  it('cannot fill the log: some a minute are written, the others counted', async () => {
    const { send, lines, advance } = openEndpoint();
    for (let sent = 0; sent < 130; sent += 1) expect(await send(old())).toBe(204);
    expect(lines).toHaveLength(120);
    advance(60_000);
    await send(old());
    expect(lines).toHaveLength(122);
    expect(lines[120]).toContain('"leftOut":10');
  });
});
