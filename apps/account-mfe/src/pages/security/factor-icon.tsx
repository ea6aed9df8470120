import type { Factor } from '@plaza/contracts';
import Fingerprint from 'lucide-react/icons/fingerprint-pattern';
import Mail from 'lucide-react/icons/mail';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import Smartphone from 'lucide-react/icons/smartphone';

const ICONS = {
  passkey: Fingerprint,
  totp: Smartphone,
  email_code: Mail,
  sms_code: MessageSquareText,
} as const;

/** What a way to confirm an account looks like. */
export function FactorIcon({ kind }: { kind: Factor['kind'] }) {
  const Icon = ICONS[kind];
  return (
    <span className="grid size-10 shrink-0 place-items-center rounded-full bg-surface-sunken text-ink-muted">
      <Icon size={20} aria-hidden="true" />
    </span>
  );
}
