import { FEW_RECOVERY_CODES, type SecondStep } from '@plaza/contracts';
import { toApiError, useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { Checkbox } from '@plaza/ui/checkbox';
import { Notice } from '@plaza/ui/notice';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormFrame } from '../../form/form-frame.tsx';
import { returnPath } from '../../form/return-to.ts';
import { messages } from '../../messages.ts';
import { proofMessages } from '../../proof/messages.ts';
import { ProofForm } from '../../proof/proof-form.tsx';

const texts = proofMessages.second;

/** Asks for the second proof of a sign-in. */
export function SecondStepPage({ data, search }: PageProps<SecondStep>) {
  const { api, client } = useHost();
  const returnTo = returnPath(search);
  const [remember, setRemember] = useState(false);
  const finish = useMutation(
    api.factor.finishSecond.mutationOptions({
      // Without a network it fails and says so, rather than wait for one.
      networkMode: 'always',
      onSuccess: (result) => {
        if (!result.ok) return;
        const left = result.recoveryCodesLeft;
        // A fresh document: nothing of the visitor before. Whoever has few codes left is shown how to make new ones.
        location.assign(left !== null && left <= FEW_RECOVERY_CODES ? paths.accountSecurity() : returnTo);
      },
    }),
  );
  const result = finish.data;
  const problem = finish.isError
    ? (toApiError(finish.error)?.message ?? messages.unreachable)
    : result?.ok === false
      ? result.message
      : null;
  const isOver = result?.code === 'challenge_over';
  const signIn = (
    <AppLink href={paths.signIn(returnTo)} className={linkClass}>
      {texts.again}
    </AppLink>
  );
  return (
    <FormFrame
      title={texts.title}
      text={texts.text}
      footer={
        <>
          {texts.notYou} {signIn}
        </>
      }
    >
      {isOver ? (
        <Notice tone="warning" actions={signIn}>
          {problem}
        </Notice>
      ) : (
        <ProofForm
          offers={data.factors}
          begin={(kind) => client.factor.beginSecond.mutate({ kind })}
          show={(proof) => proof.kind !== 'password' && finish.mutate({ proof, remember })}
          busy={finish.isPending || result?.ok === true}
          problem={problem}
        >
          <Checkbox
            label={texts.remember}
            hint={texts.rememberHint}
            checked={remember}
            onChange={({ currentTarget }) => setRemember(currentTarget.checked)}
          />
        </ProofForm>
      )}
    </FormFrame>
  );
}
