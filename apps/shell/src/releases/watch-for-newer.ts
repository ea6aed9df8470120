import type { Toaster } from '@plaza/ui/toaster-store';
import { VERSION_TAG_PATH } from '../document/boot.ts';
import { messages } from '../messages.ts';
import type { ShellRouter } from '../router.tsx';
import { createNewerWatch } from './newer-watch.ts';

const LOOK_EVERY_MS = 60_000;
const ANSWER_WITHIN_MS = 5_000;

/** Offers a page that was opened before a release to load anew. It goes on working as it is, and never does so by itself. */
export function watchForNewer(versionTag: string, router: ShellRouter, toaster: Toaster): void {
  const look = createNewerWatch({
    versionTag,
    async ask() {
      const answer = await fetch(VERSION_TAG_PATH, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
      return answer.ok ? answer.text() : Promise.reject(answer);
    },
    isVisible: () => document.visibilityState === 'visible',
    isTyping: () => document.activeElement?.matches('input, textarea, select, [contenteditable]') ?? false,
    offer() {
      const { title, reload } = messages.newer;
      const action = { label: reload, onSelect: () => location.reload() };
      toaster.show({ title, action, durationMs: 0 });
    },
    now: Date.now,
  });
  for (const event of ['focus', 'focusout'] as const) addEventListener(event, () => void look());
  setInterval(look, LOOK_EVERY_MS);
  router.subscribe('onResolved', () => void look());
}
