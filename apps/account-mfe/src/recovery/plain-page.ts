import type { LoaderResult, PageHead } from '@plaza/federation/remote';
import { messages } from '../messages.ts';

/** For pages that need nothing to be shown. */
export const loadNothing = async (): LoaderResult<null> => ({ kind: 'ok', data: null });

/** The head of a page that nobody should find by a search. */
export const headOf =
  ({ title, text }: { title: string; text: string }) =>
  (): PageHead => ({ title: messages.titleOf(title), description: text, noIndex: true });
