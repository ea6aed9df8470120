import { WebSocket } from 'ws';
import { z } from 'zod';

const messageSchema = z.object({
  id: z.int().nullable(),
  result: z.object({ type: z.string().optional(), data: z.unknown().optional() }).optional(),
  error: z.object({ message: z.string() }).optional(),
});

interface Inbox {
  arrived: { value: unknown; error: Error | null }[];
  wake: () => void;
}

/** Opens a web socket and speaks tRPC over it as browsers do. Rejects with the status when the server refuses it. */
export async function openSocket(url: string, options: { origin?: string } = {}) {
  const socket = new WebSocket(url, options);
  const inboxes = new Map<number, Inbox>();
  let lastId = 0;
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  socket.on('message', (raw) => {
    const text = String(raw);
    if (text === 'PING') return socket.send('PONG');
    const { id, result, error } = messageSchema.parse(JSON.parse(text));
    const inbox = inboxes.get(id ?? -1);
    if (error) inbox?.arrived.push({ value: undefined, error: new Error(error.message) });
    else if (result && (result.type ?? 'data') === 'data')
      inbox?.arrived.push({ value: result.data, error: null });
    inbox?.wake();
  });
  const begin = (method: string, path: string, input: unknown) => {
    lastId += 1;
    const inbox: Inbox = { arrived: [], wake: () => undefined };
    inboxes.set(lastId, inbox);
    socket.send(JSON.stringify({ id: lastId, method, params: { path, input } }));
    return {
      next: async (): Promise<unknown> => {
        while (inbox.arrived.length === 0) await new Promise<void>((resolve) => (inbox.wake = resolve));
        const first = inbox.arrived.shift();
        if (first?.error) throw first.error;
        return first?.value;
      },
    };
  };
  return {
    closed,
    close: () => socket.close(),
    sendRaw: (text: string) => socket.send(text),
    call: (method: 'query' | 'mutation', path: string, input?: unknown) => begin(method, path, input).next(),
    subscribe: (path: string, input: unknown) => begin('subscription', path, input),
  };
}
