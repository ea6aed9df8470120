import { describe, expect, it, vi } from 'vitest';
import { createNewerWatch } from './newer-watch.ts';

const setUp = () => {
  const page = { tag: 'a', nowMs: 0, isVisible: true, isTyping: false, isAway: false };
  const ask = vi.fn(async () => {
    if (page.isAway) throw new Error('away');
    return page.tag;
  });
  const offer = vi.fn();
  const look = createNewerWatch({
    versionTag: 'a',
    ask,
    offer,
    isVisible: () => page.isVisible,
    isTyping: () => page.isTyping,
    now: () => page.nowMs,
  });
  const lookLater = () => {
    page.nowMs += 30_000;
    return look();
  };
  return { page, ask, offer, look, lookLater };
};

describe('a page that stays open', () => {
  it('offers what is newer, once', async () => {
    const { page, offer, look, lookLater } = setUp();
    await look();
    expect(offer).not.toHaveBeenCalled();
    page.tag = 'b';
    await lookLater();
    await lookLater();
    expect(offer).toHaveBeenCalledTimes(1);
    page.tag = 'c';
    await lookLater();
    expect(offer).toHaveBeenCalledTimes(2);
  });

  it('asks rarely, and not while nobody looks', async () => {
    const { page, ask, look, lookLater } = setUp();
    await look();
    await look();
    expect(ask).toHaveBeenCalledTimes(1);
    page.isVisible = false;
    await lookLater();
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('leaves alone whoever is typing, until they have finished', async () => {
    const { page, offer, look } = setUp();
    Object.assign(page, { tag: 'b', isTyping: true });
    await look();
    expect(offer).not.toHaveBeenCalled();
    page.isTyping = false;
    await look();
    expect(offer).toHaveBeenCalledTimes(1);
  });

  it('says nothing when nobody answers, or when it is as it was', async () => {
    const { page, offer, look, lookLater } = setUp();
    page.isAway = true;
    await look();
    Object.assign(page, { isAway: false, isTyping: true, tag: 'b' });
    await lookLater();
    Object.assign(page, { isTyping: false, tag: 'a' });
    await lookLater();
    expect(offer).not.toHaveBeenCalled();
  });
});
