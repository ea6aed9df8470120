import type { EmailChangeResult } from '@plaza/contracts';
import { toApiError } from '@plaza/federation/host';
import { Notice } from '@plaza/ui/notice';
import { useMutation } from '@tanstack/react-query';
import { SubmitButton } from '../../form/submit-button.tsx';
import { messages } from '../../messages.ts';
import { LinkOutcome } from '../../recovery/link-page.tsx';
import { recoveryMessages } from '../../recovery/messages.ts';

interface EmailLinkFormProps {
  texts: { submit: string; busy: string; done: string };
  /** What is said to somebody who is not signed in, where that is needed. */
  signInText?: string;
  press: () => Promise<EmailChangeResult>;
}

/** The one press that a link about an address asks for. */
export function EmailLinkForm({ texts, signInText, press }: EmailLinkFormProps) {
  const pressed = useMutation({ mutationFn: press, networkMode: 'always' });
  if (pressed.data?.ok) return <LinkOutcome tone="positive" text={texts.done} />;
  if (pressed.data?.code === 'link_invalid')
    return (
      <LinkOutcome
        tone="warning"
        title={recoveryMessages.reset.brokenTitle}
        text={recoveryMessages.reset.brokenText}
      />
    );
  const failure = pressed.isError ? toApiError(pressed.error) : null;
  const said =
    failure?.code === 'UNAUTHORIZED'
      ? (signInText ?? failure.message)
      : (failure?.message ?? messages.unreachable);
  const problem = pressed.isError ? said : pressed.data?.message;
  return (
    <form
      method="post"
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        pressed.mutate();
      }}
    >
      {problem && <Notice tone="danger">{problem}</Notice>}
      <SubmitButton busy={pressed.isPending} busyLabel={texts.busy}>
        {texts.submit}
      </SubmitButton>
    </form>
  );
}
