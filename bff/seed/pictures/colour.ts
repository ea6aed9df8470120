/** Body colours that products come in; names as a shop would write them. */
export const finishes = {
  Graphite: '#4b4f57',
  Black: '#25282d',
  Midnight: '#2c3547',
  Silver: '#c6cad1',
  White: '#e9ebee',
  Sand: '#d3c6b3',
  Sage: '#8fa393',
  Forest: '#3f5c4f',
  Sky: '#98b4cf',
  Ocean: '#33587a',
  Rose: '#d2a8a5',
  Plum: '#62506c',
  Ember: '#b4573f',
} as const;

/** Colours of lights, screens and small parts. */
export const accents = [
  '#3f6ff2',
  '#e0584b',
  '#f0a13a',
  '#2ba57f',
  '#8a63e8',
  '#1ba3c6',
  '#e06497',
  '#9bb53c',
] as const;

/** Backdrops: nearly grey, so that a page of products looks like one shop. */
export const backdrops = [
  ['#f7f8fa', '#dfe3e9'],
  ['#f8f8f7', '#e3e2df'],
  ['#f6f8fb', '#dbe3ee'],
  ['#f7f9f8', '#dde5e1'],
  ['#faf8f8', '#e8e1e1'],
  ['#f9f8fb', '#e2e0ea'],
] as const;

/** Mixes a colour (#rrggbb) towards white (share above 0) or black (below 0). */
export function shade(colour: string, share: number): string {
  return mix(colour, share > 0 ? '#ffffff' : '#000000', Math.abs(share));
}

/** A colour (#rrggbb) on the way to another; share 0 stays, 1 arrives. */
export function mix(from: string, to: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(from.slice(at, at + 2), 16);
    const target = Number.parseInt(to.slice(at, at + 2), 16);
    return Math.round(value + (target - value) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
