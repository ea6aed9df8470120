import { useHost } from '@plaza/federation/host';
import { Notice } from '@plaza/ui/notice';
import { useQuery } from '@tanstack/react-query';
import { slotMessages } from '../slots/messages.ts';
import { ResendButton } from './resend-button.tsx';

const texts = slotMessages.verifyNotice;

/** What to do for somebody whose address is not verified yet; nothing for everybody else. */
export function VerifyNotice({ className }: { className?: string }) {
  const { api } = useHost();
  const { data: account } = useQuery(api.identity.me.queryOptions());
  if (!account || account.isEmailVerified) return null;
  return (
    <Notice
      tone="warning"
      title={texts.title}
      className={className}
      actions={<ResendButton label={texts.resend} busyLabel={texts.resendBusy} done={texts.resent} />}
    >
      {texts.text(account.email)}
    </Notice>
  );
}
