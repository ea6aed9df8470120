import { Button } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import Fingerprint from 'lucide-react/icons/fingerprint-pattern';
import { proofMessages as texts } from './messages.ts';
import { usePasskeySignIn } from './use-passkey-sign-in.ts';

/** Signs in without a name or a password. Nothing where the browser knows no passkeys. */
export function PasskeyButton({ returnTo }: { returnTo: string }) {
  const { isSupported, isBusy, problem, start } = usePasskeySignIn(returnTo);
  if (!isSupported) return null;
  return (
    <div className="mb-3 flex flex-col gap-3">
      {problem && <Notice tone="danger">{problem}</Notice>}
      <Button
        variant="secondary"
        fullWidth
        icon={<Fingerprint size={20} aria-hidden="true" />}
        busy={isBusy}
        busyLabel={texts.passkeyWaits}
        onClick={start}
      >
        {texts.signIn.passkey}
      </Button>
    </div>
  );
}
