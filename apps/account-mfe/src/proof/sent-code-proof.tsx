import { Button } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { useMutation } from '@tanstack/react-query';
import { messages } from '../messages.ts';
import { CodeProof } from './code-proof.tsx';
import { proofMessages as texts } from './messages.ts';
import type { WayProps } from './proof-form.tsx';
import { useCountdown } from './use-countdown.ts';

/** A code that is sent when somebody asks for it, and again after a while. */
export function SentCodeProof({ kind, ...props }: WayProps & { kind: 'email_code' | 'sms_code' }) {
  const countdown = useCountdown();
  const send = useMutation({
    networkMode: 'always',
    mutationFn: () => props.begin(kind),
    onSuccess: (result) => {
      if (result.code === 'sent') countdown.start(result.resendAfterSeconds);
    },
  });
  const problem = send.isError ? messages.unreachable : send.data?.ok === false ? send.data.message : null;
  const isSent = send.data?.ok === true;
  return (
    <>
      {problem && <Notice tone="warning">{problem}</Notice>}
      {isSent && (
        <>
          <p role="status" className="text-sm text-ink-muted">
            {texts.sentTo(props.offer.hint ?? texts.kinds[kind].name)}
          </p>
          <CodeProof {...props} kind={kind} />
        </>
      )}
      {isSent && countdown.seconds > 0 ? (
        <p className="text-center text-sm text-ink-muted tabular-nums">{texts.resendIn(countdown.seconds)}</p>
      ) : (
        <Button
          variant={isSent ? 'quiet' : 'primary'}
          fullWidth
          busy={send.isPending}
          busyLabel={texts.sending}
          onClick={() => send.mutate()}
        >
          {isSent ? texts.resend : texts.send}
        </Button>
      )}
    </>
  );
}
