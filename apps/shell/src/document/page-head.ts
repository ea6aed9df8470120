import { messages } from '../messages.ts';
import type { LoadedPage } from '../pages/page-outcome.ts';
import { type DocumentHead, plainHead, toDocumentHead } from './head-tags.ts';

/** The head of a document that shows this page, or the lack of it. */
export function headOf(loaded: LoadedPage | null, publicUrl: string): DocumentHead {
  if (loaded?.head) return toDocumentHead(loaded.head, publicUrl);
  if (loaded?.outcome.kind === 'off') return plainHead(messages.off.title);
  if (loaded?.outcome.kind === 'unavailable') return plainHead(messages.unavailable.title);
  return plainHead(messages.notFound.title);
}
