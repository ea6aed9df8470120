import { z } from 'zod';
import { decodeBody } from '../../pipeline/src/capture/decode-body.ts';

const batchSchema = z.object({ batch: z.array(z.object({ uuid: z.string() })) });
const listSchema = z.array(z.object({ uuid: z.string() }));

/** Which events were sent, and which of them the SDKs have been promised: an answer 200 to a request that held them. */
export class Ledger {
  readonly #acknowledged = new Map<string, boolean>();

  noteSent(ids: readonly string[]): void {
    for (const id of ids) if (!this.#acknowledged.has(id)) this.#acknowledged.set(id, false);
  }

  noteAcknowledged(ids: readonly string[]): void {
    for (const id of ids) this.#acknowledged.set(id, true);
  }

  wasSent(id: string): boolean {
    return this.#acknowledged.has(id);
  }

  isAcknowledged(id: string): boolean {
    return this.#acknowledged.get(id) === true;
  }

  acknowledgedIds(): string[] {
    return [...this.#acknowledged].flatMap(([id, isAcknowledged]) => (isAcknowledged ? [id] : []));
  }

  counts(): { sent: number; acknowledged: number } {
    return { sent: this.#acknowledged.size, acknowledged: this.acknowledgedIds().length };
  }
}

/** Ids of the events in the body of a capture request, however it is packed; none when it cannot be read. */
export function readEventIds(body: Uint8Array): string[] {
  const decoded = decodeBody(body);
  if (!decoded.ok) return [];
  const batch = batchSchema.safeParse(decoded.value);
  const list = listSchema.safeParse(batch.success ? batch.data.batch : [decoded.value].flat());
  return list.success ? list.data.map(({ uuid }) => uuid.toLowerCase()) : [];
}
