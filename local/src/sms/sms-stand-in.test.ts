import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFreePort } from '../processes/free-port.ts';
import { type RunningSmsStandIn, startSmsStandIn } from './start-sms.ts';

const API_KEY = 'AClocal:secret';
let folder: string;
let port: number;
let standIn: RunningSmsStandIn;

const start = () => startSmsStandIn({ port, host: '127.0.0.1', dataDir: folder, apiKey: API_KEY });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plaza-sms-'));
  port = await findFreePort();
  standIn = await start();
});
afterEach(async () => {
  await standIn.stop();
  rmSync(folder, { recursive: true, force: true });
});

const post = (fields: Record<string, string>, apiKey = API_KEY) =>
  fetch(standIn.apiUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(apiKey).toString('base64')}` },
    body: new URLSearchParams(fields),
  });
const message = { To: '+15550100123', From: 'Plaza', Body: 'Your code is <b>123456</b>' };

describe('the SMS stand-in', () => {
  it('keeps what is sent, also over a restart', async () => {
    expect((await post(message)).status).toBe(201);
    await standIn.stop();
    standIn = await start();
    expect(standIn.messagesTo('+15550100123')).toMatchObject([{ text: message.Body }]);
  });

  it('shows messages on a page, as text, and as JSON by number', async () => {
    await post(message);
    const page = await fetch(standIn.inboxUrl);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('Your code is &lt;b&gt;123456&lt;/b&gt;');
    const read = async (to: string) =>
      (await fetch(`${standIn.inboxUrl}/api/messages?to=${encodeURIComponent(to)}`)).json();
    expect(await read('555 010 0123')).toMatchObject({ messages: [{ to: '+15550100123' }] });
    expect(await read('+15550100999')).toEqual({ messages: [] });
  });

  it('refuses a wrong key and a wrong number as the real one does', async () => {
    expect((await post(message, 'AClocal:wrong')).status).toBe(401);
    const answer = await post({ ...message, To: '555' });
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 21_211 }]);
  });

  it('forgets everything when asked', async () => {
    await post(message);
    const answer = await fetch(`${standIn.inboxUrl}/clear`, { method: 'POST', redirect: 'manual' });
    expect([answer.status, standIn.messagesTo('')]).toEqual([303, []]);
  });
});
