import { useHost } from '@plaza/federation/host';
import { LinkPage } from '../../recovery/link-page.tsx';
import { recoveryMessages } from '../../recovery/messages.ts';
import { EmailLinkForm } from './email-link-form.tsx';

const texts = recoveryMessages.undoEmail;

/** Where somebody takes a change of address back that was not theirs. */
export function UndoEmailPage() {
  const { client } = useHost();
  return (
    <LinkPage title={texts.title} text={texts.text}>
      {(token) => (
        <EmailLinkForm texts={texts} press={() => client.verification.undoChange.mutate({ token })} />
      )}
    </LinkPage>
  );
}
