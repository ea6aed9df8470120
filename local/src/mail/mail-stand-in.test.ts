import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findFreePort } from '../processes/free-port.ts';
import { type RunningMailStandIn, startMailStandIn } from './start-mail.ts';

let folder: string;
let port: number;
let smtpPort: number;
let standIn: RunningMailStandIn;

const start = () => startMailStandIn({ port, smtpPort, host: '127.0.0.1', dataDir: join(folder, 'mail') });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plaza-mail-'));
  [port, smtpPort] = [await findFreePort(), await findFreePort()];
  standIn = await start();
});
afterEach(async () => {
  await standIn.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Speaks SMTP line by line. @returns every answer */
async function converse(lines: readonly string[]): Promise<string[]> {
  const socket = createConnection(smtpPort, '127.0.0.1');
  const answers: string[] = [];
  const rest = [...lines];
  await new Promise<void>((done, failed) => {
    socket.on('error', failed);
    socket.on('close', () => done());
    socket.on('data', (chunk) => {
      answers.push(String(chunk).trim());
      const next = rest.shift();
      if (next === undefined) socket.end();
      else socket.write(`${next}\r\n`);
    });
  });
  return answers;
}

const send = (to: string, subject: string, body = 'Hello', messageId = `<${subject}@plaza.test>`) =>
  converse([
    'EHLO test',
    'MAIL FROM:<no-reply@plaza.test>',
    `RCPT TO:<${to}>`,
    'DATA',
    [
      'From: Plaza <no-reply@plaza.test>',
      `To: ${to}`,
      `Subject: ${subject}`,
      `Message-ID: ${messageId}`,
      'Content-Type: text/html; charset=utf-8',
      '',
      body,
      '.',
    ].join('\r\n'),
    'QUIT',
  ]);

const listSchema = z.object({
  mails: z.array(z.object({ id: z.string(), to: z.array(z.string()), subject: z.string(), copies: z.int() })),
});
const list = async (to = '') => {
  const response = await fetch(`${standIn.inboxUrl}/api/mails?to=${encodeURIComponent(to)}`);
  return listSchema.parse(await response.json()).mails;
};

describe('the mail stand-in', () => {
  it('keeps mails, finds them by recipient, newest first', async () => {
    await send('Ada@plaza.test', 'one');
    await send('ben@plaza.test', 'two');
    await send('ada@plaza.test', 'three');
    expect((await list()).map((mail) => mail.subject)).toEqual(['three', 'two', 'one']);
    expect((await list('ada@PLAZA.test')).map((mail) => mail.subject)).toEqual(['three', 'one']);
  });

  it('has what it accepted after a start anew', async () => {
    await send('ada@plaza.test', 'kept');
    await standIn.stop();
    standIn = await start();
    expect(await list()).toMatchObject([{ to: ['ada@plaza.test'], subject: 'kept' }]);
  });

  it('counts a mail that comes again instead of showing it twice', async () => {
    await send('ada@plaza.test', 'again');
    await send('ada@plaza.test', 'again');
    expect(await list()).toMatchObject([{ subject: 'again', copies: 2 }]);
  });

  it('refuses a mail that is too large, and keeps nothing of it', async () => {
    const answers = await send('ada@plaza.test', 'large', `${'x'.repeat(70)}\r\n`.repeat(40_000));
    expect(answers.some((answer) => answer.startsWith('552'))).toBe(true);
    expect(await list()).toEqual([]);
  });

  it('shows what a mail says without letting it do anything', async () => {
    await send('ada@plaza.test', '<b>bold</b>', '<script>alert(1)</script><p>Hi</p>');
    const [mail] = await list();
    const page = await (await fetch(`${standIn.inboxUrl}/mails/${mail?.id}`)).text();
    expect(page).toContain('&lt;b&gt;bold&lt;/b&gt;');
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    const content = await fetch(`${standIn.inboxUrl}/mails/${mail?.id}/content`);
    expect(content.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*sandbox allow-popups/,
    );
  });

  it('answers 404 for a mail that is not there', async () => {
    expect((await fetch(`${standIn.inboxUrl}/mails/nothing`)).status).toBe(404);
    expect((await fetch(`${standIn.inboxUrl}/mails/nothing/content`)).status).toBe(404);
  });
});
