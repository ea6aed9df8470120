/** Words of the page of text messages. */
export const messages = {
  title: 'Text messages',
  standIn: 'Local phone: every text message that Plaza sends ends here; none leaves this machine.',
  boxes: 'Kind of message',
  mail: 'Mail',
  sms: 'Text messages',
  search: 'Number',
  searchPlaceholder: '+1 555 010 0123',
  find: 'Find',
  clear: 'Delete all',
  empty: 'No text message yet',
  emptyHint: 'Ask for a code by text message and it arrives here.',
  nothingFound: (to: string) => `No text message for “${to}”`,
  showAll: 'Show all',
  from: (name: string) => `from ${name}`,
  copies: (count: number) => `received ${count} times`,
} as const;
