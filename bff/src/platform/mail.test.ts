import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readEnv } from './env.ts';
import type { Mailer } from './mail.ts';
import { createResendMailer } from './mail-resend.ts';
import { createSmtpMailer } from './mail-smtp.ts';

const FROM = { name: 'Plaza "the market"', address: 'no-reply@plaza.test' };
const MAIL = { id: 'mail-1', to: 'ada@plaza.test', subject: 'Hi', html: '<p>Hi</p>', text: 'Hi' };

const toClose: (() => unknown)[] = [];
afterEach(() => {
  for (const close of toClose.splice(0)) close();
});

const listen = async (server: Server | TcpServer): Promise<number> => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  toClose.push(() => server.close());
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};
const kept = (mailer: Mailer): Mailer => {
  toClose.push(() => mailer.close());
  return mailer;
};

/** An SMTP server in which one command gets the answer of the test. */
async function smtpThat(answers: Record<string, string>): Promise<{ mailer: Mailer; heard: string[] }> {
  const heard: string[] = [];
  const server = createTcpServer((socket) => {
    let isData = false;
    socket.on('error', () => undefined);
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      for (const line of String(chunk).split('\r\n').filter(Boolean)) {
        heard.push(line);
        if (isData && line !== '.') continue;
        const command = isData ? '.' : line.split(' ')[0]?.toUpperCase();
        isData = command === 'DATA' && answers.DATA === undefined;
        socket.write(`${answers[command ?? ''] ?? (isData ? '354 go on' : '250 fine')}\r\n`);
      }
    });
  });
  const port = await listen(server);
  return { mailer: kept(createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from: FROM })), heard };
}

describe('mail by SMTP', () => {
  it('has the same Message-ID whenever it is sent', async () => {
    const { mailer, heard } = await smtpThat({});
    expect([await mailer.sendMail(MAIL), await mailer.sendMail(MAIL)]).toEqual([{ ok: true }, { ok: true }]);
    expect(heard.filter((line) => line === 'Message-ID: <mail-1@plaza.test>')).toHaveLength(2);
  });

  it('goes to one recipient, whatever is in the address', async () => {
    const { mailer, heard } = await smtpThat({});
    await mailer.sendMail({ ...MAIL, to: 'ada@plaza.test, eve@plaza.test\r\nBcc: eve@plaza.test' });
    expect(heard.filter((line) => line.startsWith('RCPT TO')).length).toBeLessThanOrEqual(1);
    expect(heard.some((line) => line.startsWith('Bcc:'))).toBe(false);
  });

  it.each([
    ['refused', { RCPT: '550 no such mailbox' }],
    ['refused', { '.': '554 not with us' }],
    ['unavailable', { RCPT: '450 later' }],
    ['unavailable', { EHLO: '421 busy', HELO: '421 busy' }],
  ])('is %s after %j', async (code, answers) => {
    const { mailer } = await smtpThat(answers);
    expect(await mailer.sendMail(MAIL)).toMatchObject({ ok: false, code });
  });

  it('is unavailable when nobody is there, and when a password would travel in the clear', async () => {
    const nobody = kept(createSmtpMailer({ url: 'smtp://127.0.0.1:1', from: FROM }));
    expect(await nobody.sendMail(MAIL)).toMatchObject({ ok: false, code: 'unavailable' });
    const heard: string[] = [];
    const port = await listen(
      createTcpServer((socket) => {
        socket.on('error', () => undefined);
        socket.write('220 test\r\n');
        socket.on('data', (chunk) => {
          heard.push(String(chunk));
          socket.write('250 no TLS here\r\n');
        });
      }),
    );
    const clear = kept(createSmtpMailer({ url: `smtp://me:secret@127.0.0.1:${port}`, from: FROM }));
    expect(await clear.sendMail(MAIL)).toMatchObject({ ok: false, code: 'unavailable' });
    expect(heard.join('')).not.toMatch(/AUTH/);
  });
});

describe('mail by Resend', () => {
  const resendThat = async (status: number, body = '{"message":"why"}') => {
    const requests: { headers: IncomingMessage['headers']; body: string }[] = [];
    const server = createServer((request, response) => {
      let sent = '';
      request.on('data', (chunk) => {
        sent += String(chunk);
      });
      request.on('end', () => {
        requests.push({ headers: request.headers, body: sent });
        response.writeHead(status).end(body);
      });
    });
    const apiUrl = `http://127.0.0.1:${await listen(server)}`;
    return { mailer: createResendMailer({ apiKey: 'key', from: FROM, apiUrl }), requests };
  };

  it('has its id as the idempotency key', async () => {
    const { mailer, requests } = await resendThat(200, '{"id":"x"}');
    expect(await mailer.sendMail(MAIL)).toEqual({ ok: true });
    expect(requests[0]?.headers).toMatchObject({ authorization: 'Bearer key', 'idempotency-key': 'mail-1' });
    expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({
      from: '"Plaza \\"the market\\"" <no-reply@plaza.test>',
      to: ['ada@plaza.test'],
      headers: { 'Message-ID': '<mail-1@plaza.test>' },
    });
  });

  it.each([
    [422, 'refused'],
    [400, 'refused'],
    [401, 'unavailable'],
    [429, 'unavailable'],
    [500, 'unavailable'],
  ])('answered %d is %s', async (status, code) => {
    const { mailer } = await resendThat(status);
    expect(await mailer.sendMail(MAIL)).toEqual({ ok: false, code, message: `${status} why` });
  });
});

describe('the environment', () => {
  it('has to name a way for mails to leave, and a sender', () => {
    expect(() => readEnv({ MAIL_FROM: 'nobody' })).toThrow('Write it as Plaza <no-reply@example.com>');
  });
});
