import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { PersonData } from './load-person.ts';

export function personHead({ data }: HeadInput<PersonData>): PageHead {
  return { title: messages.titleOf(data?.person.displayName ?? messages.people.title), noIndex: true };
}
