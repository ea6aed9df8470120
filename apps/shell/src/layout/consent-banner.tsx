import { Button } from '@plaza/ui/button';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { messages } from '../messages.ts';
import { useShell } from '../shell-context.ts';

const OPEN = 'plaza-open-consent';

/** Shows the question again, for somebody who changed their mind. */
export const openConsentBanner = () => window.dispatchEvent(new Event(OPEN));

const FIRST_ACTIONS = ['pointerdown', 'keydown', 'scroll'] as const;

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

/** Asks once whether visits may be counted. Both answers are one press; not answering counts as no. */
export function ConsentBanner() {
  const { telemetry } = useShell();
  const consent = useSyncExternalStore(telemetry.onConsentChange, telemetry.consent, () => 'denied');
  const [isReopened, setReopened] = useState(false);
  const hasBegun = useFirstAction();
  useEffect(() => {
    const open = () => setReopened(true);
    window.addEventListener(OPEN, open);
    return () => window.removeEventListener(OPEN, open);
  }, []);

  if (!isReopened && (consent !== 'unasked' || !hasBegun)) return null;
  const decide = (answer: 'granted' | 'denied') => {
    telemetry.decide(answer);
    setReopened(false);
  };
  return (
    <section
      aria-label={messages.consent.label}
      className="fixed inset-x-4 bottom-4 z-40 rounded-lg border border-line bg-surface-raised p-5 shadow-overlay sm:inset-x-auto sm:start-6 sm:bottom-6 sm:w-96"
    >
      <p className="text-sm text-ink-muted">{messages.consent.text}</p>
      <div className="mt-4 flex flex-wrap gap-2">
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
