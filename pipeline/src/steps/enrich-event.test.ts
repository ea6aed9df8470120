import { describe, expect, it } from 'vitest';
import { columnsOf, context, valid } from '../test-support/raw-event.ts';
import { readSender } from './read-sender.ts';

describe('enrichment', () => {
  it.each([
    ['direct', { $referring_domain: '$direct' }],
    ['direct', { $referring_domain: 'plaza.test', $host: 'plaza.test' }],
    ['search', { $referring_domain: 'www.google.com' }],
    ['social', { $referring_domain: 'www.reddit.com' }],
    ['referral', { $referring_domain: 'blog.example.org' }],
    ['email', { utm_medium: 'email', $referring_domain: 'mail.example.org' }],
    ['paid', { gclid: 'x', $referring_domain: 'www.google.com' }],
    ['', {}],
  ])('tells the channel: %s', (channel, properties) => {
    const raw = { ...valid, properties: { ...valid.properties, ...properties } };
    expect(columnsOf(raw).channel).toBe(channel);
  });

  it.each([
    ['server', { $lib: 'posthog-node' }, ''],
    ['tablet', { $device_type: 'Tablet' }, ''],
    ['tablet', {}, 'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X)'],
    ['desktop', {}, 'Mozilla/5.0 (X11; Linux x86_64)'],
    ['', {}, 'curl/8'],
  ])('tells the device: %s', (device, properties, userAgent) => {
    const raw = { ...valid, properties: { ...valid.properties, ...properties } };
    expect(columnsOf(raw, { ...context, sender: readSender(userAgent, '') }).device).toBe(device);
  });

  it.each([
    ['autumn', { utm_campaign: 'autumn', utm_source: 'newsletter' }],
    ['newsletter', { utm_source: 'newsletter' }],
    ['', {}],
  ])('tells the campaign: %s', (campaign, properties) => {
    const raw = { ...valid, properties: { ...valid.properties, ...properties } };
    expect(columnsOf(raw).campaign).toBe(campaign);
  });

  it('says of a server neither its country nor that it is a program', () => {
    const sender = readSender('python-requests/2', 'DE');
    const inLibrary = ($lib: string) =>
      columnsOf({ ...valid, properties: { ...valid.properties, $lib } }, { ...context, sender });
    expect(inLibrary('posthog-python')).toMatchObject({ country: '', is_bot: false });
    expect(inLibrary('web')).toMatchObject({ country: 'DE', is_bot: true });
  });

  it('keeps which catalogue the sender knew', () => {
    const properties = { ...valid.properties, catalogueVersion: 2 };
    expect(columnsOf({ ...valid, properties }).catalogue_version).toBe(2);
    expect(columnsOf(valid).catalogue_version).toBe(0);
  });

  it('gives half an hour of one person one session when the client knows none', () => {
    const { $session_id: _, ...properties } = valid.properties;
    const at = (timestamp: string) => columnsOf({ ...valid, timestamp, properties }).session_id;
    expect(at('2026-11-20T11:31:00Z')).toBe(at('2026-11-20T11:59:00Z'));
    expect(at('2026-11-20T11:31:00Z')).not.toBe(at('2026-11-20T10:31:00Z'));
  });
});
