import { Notice } from '@plaza/ui/notice';
import { recoveryMessages } from '../../recovery/messages.ts';
import { ResendButton } from '../../recovery/resend-button.tsx';

const texts = recoveryMessages.unverified;

/** What to do for somebody whose address is not verified yet. */
export default function UnverifiedNotice({ email }: { email: string }) {
  return (
    <Notice
      tone="warning"
      title={texts.title}
      actions={<ResendButton label={texts.resend} busyLabel={texts.resendBusy} done={texts.resent} />}
    >
      {texts.text(email)}
    </Notice>
  );
}
