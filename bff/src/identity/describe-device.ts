import bowser from 'bowser';

/** What a browser's `User-Agent` says in words: `Firefox on Linux`. */
export function describeDevice(userAgent: string): string {
  if (userAgent === '') return UNKNOWN;
  const { browser, os } = bowser.parse(userAgent);
  const names = [browser.name, os.name].filter((name) => name !== undefined && name !== '');
  return names.length === 0 ? UNKNOWN : names.join(' on ');
}
const UNKNOWN = 'Unknown device';
