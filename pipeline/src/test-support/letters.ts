import { newId } from '@plaza/contracts';
import type { Letter } from '../steps/letter.ts';
import { processEvent } from '../steps/process-event.ts';
import { UNKNOWN_SENDER } from '../steps/read-sender.ts';

/** So many events as capture takes them, each its own. */
export const letters = (count: number): Letter[] =>
  Array.from({ length: count }, () => {
    const raw = { uuid: newId(), event: 'x', distinct_id: 'd', timestamp: new Date().toISOString() };
    const letter = processEvent(raw, { receivedAtMs: Date.now(), sentAtMs: null, sender: UNKNOWN_SENDER });
    if (letter === null) throw new Error('Not kept.');
    return letter;
  });
