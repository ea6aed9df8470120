import { Button } from '@plaza/ui/button';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { messages } from '../messages.ts';
import { useShell } from '../shell-context.ts';

const OPEN = 'plaza-open-consent';

/** Shows the question again, for somebody who changed their mind. */
export const openConsentBanner = () => window.dispatchEvent(new Event(OPEN));

/** Asks once whether visits may be counted. Both answers are one press; not answering counts as no. */
export function ConsentBanner() {
  const { telemetry } = useShell();
  const consent = useSyncExternalStore(telemetry.onConsentChange, telemetry.consent, () => 'denied');
  const [isReopened, setReopened] = useState(false);
  useEffect(() => {
    const open = () => setReopened(true);
    window.addEventListener(OPEN, open);
    return () => window.removeEventListener(OPEN, open);
  }, []);

  if (consent !== 'unasked' && !isReopened) return null;
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
