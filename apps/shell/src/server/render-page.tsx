import type { Agent } from 'node:http';
import { createServerClient } from '@plaza/api-client/server';
import type { RemoteModuleName, RemotePageName } from '@plaza/contracts/remotes';
import { silentTelemetry } from '@plaza/telemetry';
import { createToaster } from '@plaza/ui/toaster-store';
import { createMemoryHistory } from '@tanstack/react-router';
import type { Logger } from 'pino';
import type { OwnBoot } from '../document/boot.ts';
import { renderDocument } from '../document/document.ts';
import { headOf } from '../document/page-head.ts';
import { type LoadedPage, statusOf } from '../pages/page-outcome.ts';
import type { Remotes } from '../remotes/remotes.ts';
import { createShellRouter } from '../router.tsx';
import type { PageRoute } from '../routes.ts';
import { createHost, createQueryClient, ShellApp } from '../shell.tsx';
import type { Shell } from '../shell-context.ts';
import type { Routing } from './combinations.ts';
import type { DocumentCache } from './document-cache.ts';
import type { PageAssets } from './page-assets.ts';
import { renderToText } from './render-to-text.ts';

const DATA_TIMEOUT_MS = 3_000;

export interface RenderContext {
  remotes: Remotes;
  routeTree: Routing['tree'];
  assets: PageAssets;
  /** Names this combination of releases. */
  key: string;
  /** Keeps documents of public pages for as long as their data stays the same. */
  documents?: DocumentCache<RenderedPage>;
  bffUrl: string;
  publicUrl: string;
  agent: Agent;
  log: Logger;
}

export type RenderedPage =
  | { kind: 'document'; status: 200 | 404 | 503; html: Buffer<ArrayBuffer>; isWhole: boolean }
  | { kind: 'redirect'; href: string };

export interface RenderInput extends Omit<OwnBoot, 'page'> {
  href: string;
  /** The route that the path matches, or null. */
  route: PageRoute | null;
  /** The visitor's cookies; used by private pages only. */
  cookie: string | undefined;
  /** Of a document that is for one visitor alone. */
  nonce: string | undefined;
  /** What the requests of this one carry along; see traceHeaders. */
  traceHeaders: Readonly<Record<string, string>>;
}

/** Renders the page at a path of the shop. */
export async function renderPage(context: RenderContext, input: RenderInput): Promise<RenderedPage> {
  const { remotes, log } = context;
  const isPrivate = input.route?.access === 'private';
  const client = createServerClient({
    url: `${context.bffUrl}/api/trpc`,
    timeoutMs: DATA_TIMEOUT_MS,
    agent: context.agent,
    headers: {
      ...input.traceHeaders,
      ...(isPrivate && input.cookie !== undefined && { cookie: input.cookie }),
    },
  });
  const onError = (error: unknown, page: RemotePageName) =>
    log.error({ err: error, page, href: input.href }, 'a page could not be loaded');
  const router = createShellRouter(
    context.routeTree,
    { remotes, api: client, onError, isServer: true },
    createMemoryHistory({ initialEntries: [input.href] }),
  );
  await router.load();

  const loaded = input.route ? pageOf(router.state.matches.at(-1)?.loaderData) : null;
  if (loaded?.outcome.kind === 'redirect') return { kind: 'redirect', href: loaded.outcome.href };

  // What the document is made of beside the releases: a public page looks at nothing else.
  const data = JSON.stringify([loaded?.outcome, input.trials, input.overrides]);
  const place = `${context.key} ${input.href}`;
  const kept = isPrivate ? undefined : context.documents?.find(place, data);
  if (kept) return kept;

  const shown = new Set<RemoteModuleName>();
  const absent = new Set<RemoteModuleName>();
  const shell: Shell = {
    remotes,
    isAbsent(name) {
      const isMissing = remotes.peek(name) === undefined;
      (isMissing ? absent : shown).add(name);
      return isMissing;
    },
    isServer: true,
    overrides: input.overrides,
    onRenderError: () => undefined,
    toaster: createToaster(),
    telemetry: silentTelemetry,
  };
  const queryClient = createQueryClient();
  const app = (
    <ShellApp
      shell={shell}
      host={createHost({ client, queryClient, shell })}
      queryClient={queryClient}
      router={router}
    />
  );
  const { text: body, errors } = await renderToText(app);
  queryClient.clear();
  for (const { error } of errors) log.error({ err: error, href: input.href }, 'a part could not be rendered');

  const isPageBroken = errors.some(({ isInSlot }) => !isInSlot);
  const status = !loaded ? 404 : isPageBroken ? 503 : statusOf(loaded.outcome);
  const html = renderDocument(context.assets.frameOf([...shown], [...absent]), {
    head: headOf(loaded, context.publicUrl),
    preloadImage: loaded?.head?.preloadImagePath,
    body,
    boot: {
      page: loaded && { location: loaded.location, outcome: loaded.outcome },
      trials: input.trials,
      overrides: input.overrides,
    },
    nonce: input.nonce,
  });
  const isWhole = absent.size === 0 && errors.length === 0;
  const page: RenderedPage = { kind: 'document', status: status === 302 ? 503 : status, html, isWhole };
  if (!isPrivate && isWhole && status === 200) context.documents?.keep(place, data, page);
  return page;
}

const pageOf = (data: unknown): LoadedPage | null =>
  // The loader of every page route answers this; see router.tsx.
  typeof data === 'object' && data !== null && 'outcome' in data ? (data as LoadedPage) : null;
