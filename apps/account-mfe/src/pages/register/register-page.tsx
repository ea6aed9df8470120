import type { PageProps } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { RegisterData } from './load-register.ts';

export function RegisterPage(_props: PageProps<RegisterData>) {
  return <h1 className="p-8 text-2xl font-semibold">{messages.registerTitle}</h1>;
}
