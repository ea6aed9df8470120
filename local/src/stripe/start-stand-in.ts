import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createApi } from './api.ts';
import { expireOverdue } from './checkout-sessions.ts';
import { createPayRoutes } from './pay-routes.ts';
import { DEFAULT_API_VERSION, type StandIn } from './stand-in.ts';
import { State } from './state.ts';
import { WebhookSender } from './webhooks.ts';

const EXPIRY_CHECK_MS = 1_000;

export interface StandInOptions {
  port: number;
  host: string;
  dataDir: string;
  /** Address of the payment pages as the browser sees it, such as `http://localhost:3000/stripe`. */
  publicBaseUrl: string;
  webhookUrl: string;
  webhookSecret: string;
  /** Milliseconds; another clock lets tests see sessions expire. */
  clock?: () => number;
}

export interface RunningStandIn {
  /** Stops answering and sending; everything accepted is already on disk. */
  stop(): Promise<void>;
}

/** Starts the stand-in of Stripe: its API at `/v1`, its payment pages below the path of `publicBaseUrl`. */
export async function startStandIn(options: StandInOptions): Promise<RunningStandIn> {
  const clock = options.clock ?? Date.now;
  const now = () => Math.floor(clock() / 1_000);
  const state = await State.load(options.dataDir, now());
  const sender = new WebhookSender(state, { url: options.webhookUrl, secret: options.webhookSecret });
  const standIn: StandIn = {
    state,
    now,
    publicBaseUrl: options.publicBaseUrl.replace(/\/+$/, ''),
    commit: async (changes) => {
      await state.commit(changes);
      for (const change of changes) if (change.kind === 'event') sender.send(change.value.id);
    },
  };

  const app = new Hono();
  app.get('/healthz', (context) =>
    context.json({ status: 'ok', parts: { undeliveredWebhooks: state.undelivered.size } }),
  );
  app.route('/v1', createApi(standIn));
  const base = new URL(standIn.publicBaseUrl).pathname.replace(/\/+$/, '');
  app.route(base === '' ? '/' : base, createPayRoutes(standIn));

  const server = serve({ fetch: app.fetch, port: options.port, hostname: options.host });
  await new Promise<void>((listening, failed) => {
    server.once('listening', listening);
    server.once('error', failed);
  });
  const expiry = setInterval(() => {
    const changes = expireOverdue(standIn, DEFAULT_API_VERSION);
    if (changes.length > 0) void standIn.commit(changes);
  }, EXPIRY_CHECK_MS);
  sender.resume();

  return {
    stop: async () => {
      clearInterval(expiry);
      await sender.close();
      await new Promise((closed) => {
        server.close(closed);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await state.close();
    },
  };
}
