import { describe, expect, it } from 'vitest';
import { mailHeaders } from './mail-headers.ts';

const mail = { id: '1', to: 'ada@plaza.test', subject: 'Hello', html: '', text: '' };

describe('what a mail says to programs', () => {
  it('is that nobody needs to answer', () => {
    expect(mailHeaders(mail)).toEqual({ 'Auto-Submitted': 'auto-generated' });
  });

  it('is how its kind is ended by one click, when it can be', () => {
    expect(mailHeaders({ ...mail, unsubscribeHref: 'https://plaza.test/stop?token=1' })).toMatchObject({
      'List-Unsubscribe': '<https://plaza.test/stop?token=1>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  });
});
