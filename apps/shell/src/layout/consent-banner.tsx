import { Button } from '@plaza/ui/button';
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { messages } from '../messages.ts';
import { useShell } from '../shell-context.ts';

const OPEN = 'plaza-open-consent';

/** Shows the question again, for somebody who changed their mind. */
export const openConsentBanner = () => window.dispatchEvent(new Event(OPEN));

/** Each over and done: a question that came with the press itself could catch its release, and the press be lost. */
const FIRST_ACTIONS = ['click', 'keyup', 'scroll'] as const;

/** Whether the visitor has done anything yet: whoever only glances is not asked, and nothing covers what they see. */
function useFirstAction(): boolean {
  const [hasActed, setActed] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const act = () => {
      setActed(true);
      stop.abort();
    };
    for (const action of FIRST_ACTIONS)
      window.addEventListener(action, act, { signal: stop.signal, passive: true });
    return () => stop.abort();
  }, []);
  return hasActed;
}

/** Tells how high something at the bottom edge is while it is shown, so that notifications stand above it. */
function useDock(isShown: boolean): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const docked = ref.current;
    if (!isShown || !docked) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() =>
      style.setProperty('--plaza-dock', `${innerHeight - docked.getBoundingClientRect().top}px`),
    );
    observer.observe(docked);
    return () => {
      observer.disconnect();
      style.removeProperty('--plaza-dock');
    };
  }, [isShown]);
  return ref;
}

/** Asks once whether visits may be counted. Both answers are one press; not answering counts as no. */
export function ConsentBanner() {
  const { telemetry } = useShell();
  const consent = useSyncExternalStore(telemetry.onConsentChange, telemetry.consent, () => 'denied');
  const [isReopened, setReopened] = useState(false);
  const hasBegun = useFirstAction();
  const isShown = isReopened || (consent === 'unasked' && hasBegun);
  const ref = useDock(isShown);
  useEffect(() => {
    const open = () => setReopened(true);
    window.addEventListener(OPEN, open);
    return () => window.removeEventListener(OPEN, open);
  }, []);

  if (!isShown) return null;
  const decide = (answer: 'granted' | 'denied') => {
    telemetry.decide(answer);
    setReopened(false);
  };
  return (
    <section
      ref={ref}
      aria-label={messages.consent.label}
      className="fixed inset-x-0 print:hidden bottom-0 z-40 border-t border-line bg-surface-raised px-4 pt-2.5 pb-[max(0.75rem,env(safe-area-inset-bottom))] shadow-overlay sm:inset-x-auto sm:start-6 sm:bottom-6 sm:w-96 sm:rounded-lg sm:border sm:p-5"
    >
      <p className="text-sm text-ink-muted">{messages.consent.text}</p>
      <div className="mt-2 grid grid-cols-2 gap-2 sm:mt-4 sm:flex">
        <Button size="sm" variant="secondary" onClick={() => decide('granted')}>
          {messages.consent.accept}
        </Button>
        <Button size="sm" variant="secondary" onClick={() => decide('denied')}>
          {messages.consent.decline}
        </Button>
      </div>
    </section>
  );
}
