import { toApiError, useHost } from '@plaza/federation/host';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { useMutation } from '@tanstack/react-query';
import { SubmitButton } from '../../form/submit-button.tsx';
import { messages } from '../../messages.ts';
import { LinkOutcome, LinkPage } from '../../recovery/link-page.tsx';
import { recoveryMessages } from '../../recovery/messages.ts';
import { notMeMessages } from './messages.ts';

/** Where the notice of a new sign-in leads to, for an owner who knows nothing of it. */
export function NotMePage() {
  return (
    <LinkPage title={notMeMessages.title} text={notMeMessages.text}>
      {(token) => <NotMeForm token={token} />}
    </LinkPage>
  );
}

function NotMeForm({ token }: { token: string }) {
  const { client } = useHost();
  const pressed = useMutation({
    mutationFn: () => client.watch.notMe.mutate({ token }),
    networkMode: 'always',
  });
  if (pressed.data?.ok) return <LinkOutcome tone="positive" text={notMeMessages.done} />;
  if (pressed.data) {
    const { brokenTitle, brokenText } = recoveryMessages.reset;
    return (
      <>
        <LinkOutcome tone="warning" title={brokenTitle} text={brokenText} />
        <p className="mt-5">
          <AppLink href={paths.forgotPassword()} className={linkClass}>
            {recoveryMessages.forgot.title}
          </AppLink>
        </p>
      </>
    );
  }
  const problem = pressed.isError && (toApiError(pressed.error)?.message ?? messages.unreachable);
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
      <SubmitButton busy={pressed.isPending} busyLabel={notMeMessages.busy}>
        {notMeMessages.submit}
      </SubmitButton>
    </form>
  );
}
