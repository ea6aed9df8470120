import type { Factor } from '@plaza/contracts';
import { AddEmailDialog } from './add-email-dialog.tsx';
import { AddPasskeyDialog } from './add-passkey-dialog.tsx';
import { AddPhoneDialog } from './add-phone-dialog.tsx';
import { AddTotpDialog } from './add-totp-dialog.tsx';

interface AddFactorProps {
  kind: Factor['kind'];
  onClose: () => void;
  /** With what it is called, and the recovery codes that came along; null when there were some already. */
  onAdded: (label: string, recoveryCodes: readonly string[] | null) => void;
}

/** What the dialogs that add something share. */
export interface AddDialogProps {
  onClose: () => void;
  onAdded: (added: { factor: Factor; recoveryCodes: readonly string[] | null }) => void;
}

/** The dialog that sets up one more way to confirm the account. */
export function AddFactor({ kind, onClose, onAdded }: AddFactorProps) {
  const props: AddDialogProps = {
    onClose,
    onAdded: ({ factor, recoveryCodes }) => onAdded(factor.label, recoveryCodes),
  };
  switch (kind) {
    case 'passkey':
      return <AddPasskeyDialog {...props} />;
    case 'totp':
      return <AddTotpDialog {...props} />;
    case 'email_code':
      return <AddEmailDialog {...props} />;
    case 'sms_code':
      return <AddPhoneDialog {...props} />;
  }
}
