import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { PersonData } from './load-person.ts';

export function personHead({ data }: HeadInput<PersonData>): PageHead {
  const name = typeof data === 'string' ? messages.people.title : data.person.displayName;
  return { title: messages.titleOf(name), noIndex: true };
}
