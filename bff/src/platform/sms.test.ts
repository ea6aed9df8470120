import { createServer, type Server } from 'node:http';
import { createTestSms, type TestSms } from '@plaza/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { createSmsSender } from './sms.ts';

const TO = '+15550100123';
let provider: TestSms | undefined;
let silent: Server | undefined;

afterEach(async () => {
  await provider?.drop();
  provider = undefined;
  silent?.closeAllConnections();
  silent?.close();
  silent = undefined;
});

async function openSender() {
  const sms = await createTestSms();
  provider = sms;
  const access = { apiUrl: sms.apiUrl, apiKey: sms.apiKey, from: 'Plaza' };
  return { sms, access, sender: createSmsSender(access) };
}

describe('a text message', () => {
  it('arrives as it was written', async () => {
    const { sms, sender } = await openSender();
    expect(await sender.send({ to: TO, text: 'Your code is 123 456 & more', key: 'a' })).toEqual({
      ok: true,
    });
    expect(sms.messagesTo(TO)).toMatchObject([{ text: 'Your code is 123 456 & more', from: 'Plaza' }]);
  });

  it('with the same key leaves once, however often and at the same time it is sent', async () => {
    const { sms, sender } = await openSender();
    const one = { to: TO, text: 'Hello', key: 'same' };
    await Promise.all([sender.send(one), sender.send(one)]);
    await sender.send(one);
    expect(sms.messagesTo(TO)).toMatchObject([{ copies: 1 }]);
  });

  it('that another process sends again is known by its key', async () => {
    const { sms, access, sender } = await openSender();
    const one = { to: TO, text: 'Hello', key: 'same' };
    await sender.send(one);
    await createSmsSender(access).send(one);
    expect(sms.messagesTo(TO)).toMatchObject([{ copies: 2 }]);
  });

  it.each(['0660 1234567', '+0123', '', '+1 555 0100'])('is not sent to %j', async (to) => {
    const { sender } = await openSender();
    expect(await sender.send({ to, text: 'Hello', key: 'a' })).toMatchObject({ ok: false, code: 'refused' });
  });

  it('says that another attempt may succeed when the key is wrong, and makes that attempt', async () => {
    const { access } = await openSender();
    const sender = createSmsSender({ ...access, apiKey: 'ACtest:wrong' });
    const one = { to: TO, text: 'Hello', key: 'a' };
    expect(await sender.send(one)).toMatchObject({ ok: false, code: 'unavailable' });
    await provider?.drop();
    provider = undefined;
    expect((await sender.send(one)).ok).toBe(false);
  });

  it('does not wait for a provider that says nothing', async () => {
    silent = createServer(() => undefined);
    const server = silent;
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const sender = createSmsSender(
      { apiUrl: `http://127.0.0.1:${port}/`, apiKey: 'a:b', from: 'Plaza' },
      100,
    );
    expect(await sender.send({ to: TO, text: 'Hello', key: 'a' })).toMatchObject({ code: 'unavailable' });
  });
});
