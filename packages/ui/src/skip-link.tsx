import * as messages from './messages.ts';

/** The first stop of the keyboard on a page: jumps over the header to `#target`. */
export function SkipLink({ target, label = messages.skipToContent }: { target: string; label?: string }) {
  return (
    <a
      href={`#${target}`}
      className="sr-only rounded-sm bg-accent px-4 py-2.5 font-medium text-accent-ink focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-60 focus:px-4 focus:py-2.5"
    >
      {label}
    </a>
  );
}
