import { useHost } from '@plaza/federation/host';
import { LinkPage } from '../../recovery/link-page.tsx';
import { recoveryMessages } from '../../recovery/messages.ts';
import { EmailLinkForm } from './email-link-form.tsx';

const texts = recoveryMessages.confirmEmail;

/** Where the link leads to that was sent to an account's new address. */
export function ConfirmEmailPage() {
  const { client } = useHost();
  return (
    <LinkPage title={texts.title} text={texts.text}>
      {(token) => (
        <EmailLinkForm
          texts={texts}
          signInText={texts.signIn}
          press={() => client.verification.confirmChange.mutate({ token })}
        />
      )}
    </LinkPage>
  );
}
