import { describe, expect, it } from 'vitest';
import { EventQueue, type QueuedEvent } from './event-queue.ts';

const event = (name: string): QueuedEvent => ({ name, properties: {}, at: new Date('2026-11-20T10:00:00Z') });

function collect() {
  const names: string[] = [];
  return { names, sink: ({ name }: QueuedEvent) => void names.push(name) };
}

describe('events of a page', () => {
  it('wait for somewhere to go, and go there in their order', () => {
    const queue = new EventQueue();
    const { names, sink } = collect();
    queue.add(event('a'));
    queue.add(event('b'));
    queue.open(sink);
    queue.add(event('c'));
    expect(names).toEqual(['a', 'b', 'c']);
  });

  it('keep the time at which they happened', () => {
    const queue = new EventQueue();
    queue.add(event('a'));
    const seen: QueuedEvent[] = [];
    queue.open((queued) => void seen.push(queued));
    expect(seen[0]?.at).toEqual(new Date('2026-11-20T10:00:00Z'));
  });

  it('are bounded: the oldest give way', () => {
    const queue = new EventQueue();
    const { names, sink } = collect();
    for (let count = 0; count < 250; count += 1) queue.add(event(`${count}`));
    queue.open(sink);
    expect([names.length, names[0], names.at(-1)]).toEqual([200, '50', '249']);
  });

  it('are forgotten after a no, those to come included', () => {
    const queue = new EventQueue();
    const { names, sink } = collect();
    queue.add(event('a'));
    queue.close();
    queue.add(event('b'));
    queue.open(sink);
    expect(names).toEqual([]);
  });
});
