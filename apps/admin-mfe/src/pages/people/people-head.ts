import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { PeopleData } from './load-people.ts';

export function peopleHead(_input: HeadInput<PeopleData>): PageHead {
  return { title: messages.titleOf(messages.people.title), noIndex: true };
}
