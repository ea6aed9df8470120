import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { SignInData } from './load-sign-in.ts';

export function signInHead(_input: HeadInput<SignInData>): PageHead {
  return { title: messages.signInTitle };
}
