import type { Factor } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { AddEmailDialog } from './add-email-dialog.tsx';
import { AddPasskeyDialog } from './add-passkey-dialog.tsx';
import { AddPhoneDialog } from './add-phone-dialog.tsx';
import { AddTotpDialog } from './add-totp-dialog.tsx';
import { securityMessages } from './messages.ts';

interface AddFactorProps {
  kind: Factor['kind'];
  onClose: () => void;
  /** With the recovery codes that came along; null when there were some already. */
  onAdded: (recoveryCodes: readonly string[] | null) => void;
}

/** What the dialogs that add something share. */
export interface AddDialogProps {
  onClose: () => void;
  onAdded: (added: { factor: Factor; recoveryCodes: readonly string[] | null }) => void;
}

/** The dialog that sets up one more way to confirm the account. */
export function AddFactor({ kind, onClose, onAdded }: AddFactorProps) {
  const { notify } = useHost();
  const props: AddDialogProps = {
    onClose,
    onAdded: ({ factor, recoveryCodes }) => {
      notify({ tone: 'success', text: securityMessages.factors.doneAdded(factor.label) });
      onAdded(recoveryCodes);
    },
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
