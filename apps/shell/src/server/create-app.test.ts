import { createHash } from 'node:crypto';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { messages } from '../messages.ts';
import { createApp } from './create-app.ts';

const failing = () => Promise.reject(new Error('the frame itself cannot be drawn'));
const visits = {
  begin: failing,
  versionTag: failing,
  override: failing,
  get everybodys(): never {
    throw new Error('no releases');
  },
};
const app = createApp({
  clientDir: '.',
  remotesDir: '.',
  publicUrl: 'https://plaza.test',
  healthTargets: [],
  isReady: () => true,
  trustedProxies: 0,
  visits,
  render: () => Promise.reject(new Error('not reached')),
  describeRemotes: () => ({ remotes: {}, withheld: [] }),
  log: pino({ level: 'silent' }),
});

describe('a document that cannot be rendered at all', () => {
  it('is replaced by one that says so, tries again by itself and has a way to do it by hand', async () => {
    const response = await app.request('/product/phone');
    const html = await response.text();
    expect(response.status).toBe(500);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain(messages.unavailable.trying);
    expect(html).toContain(`<a href="">${messages.unavailable.retry}</a>`);
  });

  it('may run its own script and no other', async () => {
    const response = await app.request('/');
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec(await response.text()) ?? [];
    const hash = createHash('sha256').update(script).digest('base64');
    expect(response.headers.get('content-security-policy')).toContain(`script-src 'sha256-${hash}'`);
  });
});
