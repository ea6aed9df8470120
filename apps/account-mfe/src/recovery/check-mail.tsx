import MailCheck from 'lucide-react/icons/mail-check';
import { useEffect, useRef } from 'react';
import { recoveryMessages } from './messages.ts';
import { ResendButton } from './resend-button.tsx';

const texts = recoveryMessages.checkMail;

/** Says that a mail is on its way; takes the focus, for the form that had it is gone. */
export function CheckMail({ text, canResend }: { text: string; canResend: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex flex-col items-center gap-4 text-center">
      <span className="flex size-14 items-center justify-center rounded-full bg-accent-soft text-accent">
        <MailCheck size={28} aria-hidden="true" />
      </span>
      <h2 ref={heading} tabIndex={-1} className="text-xl font-semibold outline-none">
        {texts.title}
      </h2>
      <p className="max-w-full break-words">{text}</p>
      <p className="text-sm text-ink-muted">{texts.hint}</p>
      {canResend && (
        <div className="flex flex-col items-center">
          <ResendButton label={texts.resend} busyLabel={texts.resendBusy} done={texts.resent} />
        </div>
      )}
    </div>
  );
}
