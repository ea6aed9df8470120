import { renderDocument } from '../document/document.ts';
import { messages as words } from '../local-builds/messages.ts';
import { messages } from '../messages.ts';
import type { RenderOutput } from '../workers/render-protocol.ts';
import type { Visit } from './visits.ts';

/** A document that the browser alone fills: a part of it is built on the visitor's own machine. */
export function emptyDocument({ combination, overrides }: Visit, nonce: string | undefined): RenderOutput {
  const body = renderDocument(combination.assets.frameOf([], []), {
    head: { title: messages.siteName, tags: [] },
    preloadImage: undefined,
    body: `<p role="status" class="p-8 text-center text-ink-muted">${words.loading}</p>`,
    boot: { page: null, trials: [], overrides },
    nonce,
  });
  return { kind: 'document', status: 200, body, encoding: undefined, isWhole: false };
}
