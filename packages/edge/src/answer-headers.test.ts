import { describe, expect, it } from 'vitest';
import { type AnswerKind, answerHeaders, isSecureOrigin } from './answer-headers.ts';

const KINDS: AnswerKind[] = ['data', 'document', 'file', 'picture', 'capture'];

describe.each(KINDS)('every answer of the kind %s', (kind) => {
  const headers = answerHeaders(kind, true);

  it('is taken for what it says and framed by nobody', () => {
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
  });

  it('leaves the device alone', () => {
    for (const feature of ['camera', 'microphone', 'geolocation', 'payment'])
      expect(headers['permissions-policy']).toContain(`${feature}=()`);
    expect(headers['permissions-policy']).toContain('publickey-credentials-get=(self)');
  });

  it('binds the browser to https where that is how visitors come, and only there', () => {
    expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    expect(answerHeaders(kind, false)).not.toHaveProperty('strict-transport-security');
  });

  it('runs nothing unless it is a document, which brings its own policy', () => {
    const policy = headers['content-security-policy'];
    if (kind === 'document') expect(policy).toBeUndefined();
    else expect(policy).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
  });
});

describe('what may be kept', () => {
  it('says so itself: data is kept by nobody', () => {
    expect(answerHeaders('data', true)['cache-control']).toBe('no-store');
    expect(answerHeaders('capture', true)['cache-control']).toBe('no-store');
  });
});

describe('an uploaded picture', () => {
  it('is no document, and other origins may show it', () => {
    expect(answerHeaders('picture', true)).toMatchObject({
      'content-security-policy': expect.stringMatching(/; sandbox$/),
      'cross-origin-resource-policy': 'cross-origin',
    });
  });
});

describe('an origin', () => {
  it.each([
    ['https://plaza.test', true],
    ['http://localhost:3000', false],
  ])('%s is secure: %s', (url, isSecure) => expect(isSecureOrigin(url)).toBe(isSecure));
});
