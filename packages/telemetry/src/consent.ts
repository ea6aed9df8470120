/** What a person has said about being counted; `unasked` until then. */
export type Consent = 'granted' | 'denied' | 'unasked';

const STORAGE_KEY = 'plaza-consent';

/** The answer given on this device. Do Not Track and Global Privacy Control count as a no that need not be asked for. */
export function readConsent(): Consent {
  if (asksNotToBeTracked()) return 'denied';
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return stored === 'granted' || stored === 'denied' ? stored : 'unasked';
  } catch {
    return 'unasked';
  }
}

export function writeConsent(consent: 'granted' | 'denied'): void {
  try {
    localStorage.setItem(STORAGE_KEY, consent);
  } catch {
    // Storage is closed to us (private mode): the answer holds for this page.
  }
}

/** Calls `listener` with the answer that is given in another tab of this device. */
export function onConsentElsewhere(listener: (consent: Consent) => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === STORAGE_KEY) listener(readConsent());
  });
}

function asksNotToBeTracked(): boolean {
  const globalPrivacyControl = 'globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true;
  return globalPrivacyControl || navigator.doNotTrack === '1';
}
