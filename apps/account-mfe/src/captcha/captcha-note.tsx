import Check from 'lucide-react/icons/check';
import CircleAlert from 'lucide-react/icons/circle-alert';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import { messages } from './messages.ts';
import type { CaptchaState } from './use-captcha.ts';

/** Tells what the browser does for the form, in sight and to screen readers. */
export function CaptchaNote({ state }: { state: CaptchaState }) {
  return (
    <p role="status" className="flex min-h-6 items-center justify-center gap-2 text-sm text-ink-muted">
      {state === 'solving' && <LoaderCircle size={16} aria-hidden="true" className="shrink-0 animate-turn" />}
      {state === 'solved' && <Check size={16} aria-hidden="true" className="shrink-0 text-positive" />}
      {state === 'failed' && <CircleAlert size={16} aria-hidden="true" className="shrink-0 text-danger" />}
      {state !== 'idle' && <span>{messages[state]}</span>}
    </p>
  );
}
