import { useHost } from '@plaza/federation/host';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { messages } from '../messages.ts';
import { proofMessages as texts } from './messages.ts';
import {
  answerWithPasskey,
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  stopWaiting,
} from './passkeys.ts';

const subscribe = () => () => undefined;

/**
 * Signing in with a passkey alone: by a button, and among what the browser offers to fill in.
 * @param returnTo where to go then
 */
export function usePasskeySignIn(returnTo: string) {
  const { client } = useHost();
  const isSupported = useSyncExternalStore(subscribe, browserSupportsWebAuthn, () => true);
  const signIn = useMutation({
    networkMode: 'always',
    /** @param isOffered whether the browser offers passkeys by itself: then silence says nothing */
    mutationFn: async (isOffered: boolean) => {
      const begun = await client.factor.beginPasskey.mutate();
      if (!begun.ok) return { isDone: false, problem: isOffered ? null : begun.message };
      const answer = await answerWithPasskey(begun.options, isOffered).catch(() => null);
      if (!answer) return { isDone: false, problem: isOffered ? null : texts.passkeyFailed };
      const result = await client.factor.finishPasskey.mutate({ answer });
      if (!result.ok) return { isDone: false, problem: result.message };
      // A fresh document: nothing of the visitor before, and a web socket that knows who it belongs to.
      location.assign(returnTo);
      return { isDone: true, problem: null };
    },
  });
  const { mutate } = signIn;
  useEffect(() => {
    let isGone = false;
    void browserSupportsWebAuthnAutofill().then((isOffered) => {
      if (isOffered && !isGone) mutate(true);
    });
    return () => {
      isGone = true;
      stopWaiting();
    };
  }, [mutate]);
  const isAsked = signIn.variables === false;
  return {
    isSupported,
    isBusy: (isAsked && signIn.isPending) || signIn.data?.isDone === true,
    problem: signIn.isError && isAsked ? messages.unreachable : (signIn.data?.problem ?? null),
    start: () => mutate(false),
  };
}
