import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { useState } from 'react';
import { FormFrame } from '../../form/form-frame.tsx';
import type { FormData } from '../../form/load-form.ts';
import { messages } from '../../messages.ts';
import { CheckMail } from '../../recovery/check-mail.tsx';
import { recoveryMessages } from '../../recovery/messages.ts';
import { SocialButtons } from '../../social/social-buttons.tsx';
import type { RegisterData } from './load-register.ts';
import { RegisterForm } from './register-form.tsx';

const seller = recoveryMessages.seller;
const checkMail = recoveryMessages.checkMail;

/** The two entries to one account, for those who buy and those who sell, and the page after either. */
export function RegisterFrame({
  sells,
  data,
  guest,
  returnTo,
}: {
  sells: boolean;
  data: FormData;
  guest: RegisterData['guest'];
  returnTo: string;
}) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const texts = sells ? seller : messages.register;
  if (sentTo !== null)
    return (
      <FormFrame
        title={texts.title}
        footer={
          <>
            {checkMail.other}{' '}
            <button type="button" onClick={() => setSentTo(null)} className={linkClass}>
              {checkMail.otherLink}
            </button>
          </>
        }
      >
        <CheckMail text={checkMail.text(sentTo)} canResend />
      </FormFrame>
    );
  return (
    <FormFrame
      title={texts.title}
      text={texts.text}
      footer={
        <span className="flex flex-col gap-2">
          <span>
            {messages.register.toSignIn}{' '}
            <AppLink href={paths.signIn(returnTo)} className={linkClass}>
              {messages.register.toSignInLink}
            </AppLink>
          </span>
          <span>
            {sells ? seller.toBuyer : seller.toSeller}{' '}
            <AppLink href={sells ? paths.register() : paths.registerSeller()} className={linkClass}>
              {sells ? seller.toBuyerLink : seller.toSellerLink}
            </AppLink>
          </span>
        </span>
      }
    >
      {!sells && <SocialButtons providers={data.providers} returnTo={returnTo} />}
      <RegisterForm sells={sells} guest={guest} returnTo={returnTo} texts={texts} onSent={setSentTo} />
    </FormFrame>
  );
}
