import type { PageProps } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { SignInData } from './load-sign-in.ts';

export function SignInPage(_props: PageProps<SignInData>) {
  return <h1 className="p-8 text-2xl font-semibold">{messages.signInTitle}</h1>;
}
