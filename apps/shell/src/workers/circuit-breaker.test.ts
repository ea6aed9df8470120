import { expect, it } from 'vitest';
import { CircuitBreaker } from './circuit-breaker.ts';

it('leaves a part out for a while, longer each time', () => {
  let now = 0;
  const breaker = new CircuitBreaker(() => now);
  const part = 'catalog/home@1';
  const openFor = () => {
    breaker.trip(part);
    breaker.trip(part);
    const since = now;
    while (breaker.isOpen(part)) now += 1_000;
    return now - since;
  };
  expect([openFor(), openFor(), openFor()]).toEqual([30_000, 60_000, 120_000]);
  for (let times = 0; times < 10; times += 1) openFor();
  expect(openFor()).toBe(600_000);
  expect(breaker.list()).toEqual([]);
});
