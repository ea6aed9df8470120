import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type RedisClient, watchConnection } from './redis.ts';

/** Live messages between processes: Redis when there is one, in process otherwise. At most once; nobody relies on it for truth. */
export interface PubSub {
  publish(topic: string, message: unknown): Promise<void>;
  /** Calls back for each message until the returned function is called. */
  subscribe(topic: string, onMessage: (message: unknown) => void): Promise<() => Promise<void>>;
  /** Calls back when messages of other processes may have been missed: whoever keeps copies must read again. */
  onGap(callback: () => void): void;
  close(): Promise<void>;
}

/** Topic of a product's stock and prices. */
export const productTopic = (productId: string) => `product:${productId}`;
/** Topic of an order's progress. */
export const orderTopic = (orderId: string) => `order:${orderId}`;

const envelopeSchema = z.object({ from: z.string(), message: z.unknown() });
const CHANNEL_PREFIX = 'plaza:';

/**
 * Listeners of this process are called directly, those of other processes through Redis. So a message reaches this
 * process at once and also while Redis is away.
 */
export function createPubSub(redis: RedisClient | null, log: Logger): PubSub {
  const local = new EventEmitter({ captureRejections: false });
  local.setMaxListeners(0);
  const gapCallbacks: (() => void)[] = [];
  const remote = redis ? createRemote(redis, log, (topic, message) => local.emit(topic, message)) : null;
  remote?.onReconnect(() => {
    for (const callback of gapCallbacks) callback();
  });
  return {
    publish: async (topic, message) => {
      local.emit(topic, message);
      await remote?.publish(topic, message);
    },
    subscribe: async (topic, onMessage) => {
      local.on(topic, onMessage);
      if (local.listenerCount(topic) === 1) await remote?.subscribe(topic);
      let isActive = true;
      return async () => {
        if (!isActive) return;
        isActive = false;
        local.off(topic, onMessage);
        if (local.listenerCount(topic) === 0) await remote?.unsubscribe(topic);
      };
    },
    onGap: (callback) => void gapCallbacks.push(callback),
    close: async () => {
      local.removeAllListeners();
      await remote?.close();
    },
  };
}

function createRemote(redis: RedisClient, log: Logger, deliver: (topic: string, message: unknown) => void) {
  const self = randomUUID();
  // A connection that listens cannot do anything else. Its offline queue stays on: subscriptions made while Redis is
  // away are made up for when it is back.
  const subscriber = redis.duplicate({ disableOfflineQueue: false });
  watchConnection(subscriber, log);
  subscriber.connect().catch((error: unknown) => log.warn({ err: error }, 'Live messages are local for now'));

  const receive = (raw: string, channel: string) => {
    const envelope = envelopeSchema.safeParse(parseJson(raw));
    if (!envelope.success || envelope.data.from === self) return;
    deliver(channel.slice(CHANNEL_PREFIX.length), envelope.data.message);
  };
  const settle = async (work: Promise<unknown>) => {
    const quiet = work.catch((error: unknown) =>
      log.warn({ err: error }, 'a live channel could not be changed'),
    );
    if (subscriber.isReady) await quiet;
  };
  return {
    publish: async (topic: string, message: unknown) => {
      if (!redis.isReady) return;
      const body = JSON.stringify({ from: self, message });
      await redis.publish(CHANNEL_PREFIX + topic, body).catch((error: unknown) => {
        log.warn({ err: error, topic }, 'a live message did not leave this process');
      });
    },
    subscribe: (topic: string) => settle(subscriber.subscribe(CHANNEL_PREFIX + topic, receive)),
    unsubscribe: (topic: string) => settle(subscriber.unsubscribe(CHANNEL_PREFIX + topic)),
    onReconnect: (callback: () => void) => {
      let wasUp = false;
      subscriber.on('ready', () => {
        if (wasUp) callback();
        wasUp = true;
      });
    },
    close: async () => subscriber.destroy(),
  };
}

function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}
