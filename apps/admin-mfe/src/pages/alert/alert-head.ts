import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import { alertMessages } from '../alerts/messages.ts';
import type { AlertData } from './load-alert.ts';

export function alertHead({ data }: HeadInput<AlertData>): PageHead {
  const { kinds, title } = alertMessages;
  return {
    title: messages.titleOf(typeof data === 'string' ? title : kinds[data.alert.kind]),
    noIndex: true,
  };
}
