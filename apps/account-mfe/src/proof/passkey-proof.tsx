import { Button } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { useMutation } from '@tanstack/react-query';
import Fingerprint from 'lucide-react/icons/fingerprint-pattern';
import { useEffect } from 'react';
import { messages } from '../messages.ts';
import { proofMessages as texts } from './messages.ts';
import { answerWithPasskey, browserSupportsWebAuthn, stopWaiting } from './passkeys.ts';
import type { WayProps } from './proof-form.tsx';

/** Asks the browser for a passkey. */
export function PasskeyProof({ begin, show, busy, children }: WayProps) {
  useEffect(() => stopWaiting, []);
  const ask = useMutation({
    networkMode: 'always',
    mutationFn: async (): Promise<string | null> => {
      if (!browserSupportsWebAuthn()) return texts.passkeyUnsupported;
      const begun = await begin('passkey');
      if (begun.code !== 'passkey') return begun.ok ? null : begun.message;
      const answer = await answerWithPasskey(begun.options).catch(() => null);
      if (!answer) return texts.passkeyFailed;
      show({ kind: 'passkey', answer });
      return null;
    },
  });
  const problem = ask.isError ? messages.unreachable : ask.data;
  return (
    <>
      {problem && <Notice tone="warning">{problem}</Notice>}
      {children}
      <Button
        fullWidth
        icon={<Fingerprint size={20} aria-hidden="true" />}
        busy={ask.isPending || busy}
        busyLabel={texts.passkeyWaits}
        onClick={() => ask.mutate()}
      >
        {texts.usePasskey}
      </Button>
    </>
  );
}
